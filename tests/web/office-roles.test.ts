import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { peoplePaths } from '../../views/office/people-paths'
import { rightPaths } from '../../views/office/rights'
import { rolePaths } from '../../views/office/role-paths'
import { paths } from '../../views/paths'
import { goOnDuty, visit } from '../support/desk'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const reasonOf = (text: string) => JSON.parse(text).error?.reason
const make = async (name: string, more: Record<string, string> = {}) => {
  const { status, text } = await office.post(rolePaths.list, { name, from: 'agent', ...more }, json)
  expect([status, text]).toEqual([201, expect.stringContaining('"id"')])
  return JSON.parse(text).id as string
}
const roleNow = (id: string) => office.desk.desk.store.roles.find(id)
const idOf = async (name: string) =>
  (await office.desk.desk.store.accounts.all()).find((one) => one.name === name)?.id ?? ''
const revise = (id: string, form: unknown, cookie = office.cookies.admin) =>
  office.ask('POST', rolePaths.revision(id), { cookie, json: form, headers: json })

describe('roles in the office', () => {
  test('are made from another, listed, renamed, changed and removed', async () => {
    const id = await make('Night shift', { from: 'supervisor' })
    const list = await office.get(rolePaths.list)
    for (const word of ['Owner', 'Built-in', 'Night shift', 'Own'])
      expect(list.text).toContain(word)
    expect((await roleNow(id))?.permissions).toContain('conversations.takeOver')
    const page = await office.get(rolePaths.page(id))
    expect(page.text).toContain('Take a conversation from the colleague who holds it')
    const { version = '' } = fieldsOf(page.text, rolePaths.revision(id))
    const done = await office.post(rolePaths.revision(id), {
      ...{ version, name: 'Late shift', permissions: 'conversations.reply,board.read' },
    })
    await office.follow(done)
    // What opens the workbench and the office comes along.
    expect(await roleNow(id)).toMatchObject({
      name: 'Late shift',
      permissions: ['workbench.use', 'conversations.reply', 'office.use', 'board.read'],
    })
    const [row] = await office.desk.desk.store.audit.newest(1)
    expect(row).toMatchObject({ act: 'roleChanged', object: `role:${id}` })
    expect(row?.detail).toMatchObject({
      ...{ 'is.name': 'Late shift', 'was.name': 'Night shift' },
      ...{ 'is.conversations.takeOver': 'no', 'was.conversations.takeOver': 'yes' },
    })
    await office.follow(await office.post(rolePaths.removal(id)))
    expect(await roleNow(id)).toBeUndefined()
    expect((await office.get(rolePaths.page(id))).status).toBe(404)
  })

  test('refuse what cannot be, and keep what was typed', async () => {
    const id = await make('Twins')
    for (const [form, status, reason] of [
      [{ name: 'TWINS', from: 'agent' }, 409, 'roleTaken'],
      [{ name: 'Owner', from: 'agent' }, 409, 'roleTaken'],
      [{ name: '', from: 'agent' }, 422, 'nameMissing'],
      [{ name: 'x'.repeat(41), from: 'agent' }, 422, 'nameTooLong'],
      [{ name: 'Other', from: 'own-none' }, 422, 'roleUnknown'],
      [{ name: 'Other', permissions: 'fly' }, 422, 'permissionUnknown'],
      [{ name: 'Other', permissions: 'owners.manage' }, 422, 'permissionUnknown'],
      [{ name: 'Other', colour: 'red' }, 422, 'fieldUnknown'],
    ] as const) {
      const told = await office.post(rolePaths.list, form as Record<string, string>, json)
      expect([form, told.status, reasonOf(told.text)]).toEqual([form, status, reason])
    }
    const page = await office.post(rolePaths.list, { name: 'Twins', from: 'supervisor' })
    expect([page.status, page.text]).toEqual([409, expect.stringContaining('value="Twins"')])
    expect(page.text).toContain('There is a role called Twins already')
    for (const built of ['owner', 'admin', 'supervisor', 'agent'])
      expect(reasonOf((await revise(built, { name: 'Mine' })).text)).toBe('roleBuiltIn')
    expect((await office.get(rolePaths.page('owner'))).text).not.toContain('type="checkbox"')
    expect((await roleNow(id))?.name).toBe('Twins')
  })

  test('that two admins change at once: one is shown both', async () => {
    const id = await make('Two at once')
    const { text } = await office.get(rolePaths.page(id))
    const opened = fieldsOf(text, rolePaths.revision(id))
    await revise(id, { permissions: ['conversations.note'] })
    const form = { version: opened.version ?? '', name: 'Mine', permissions: 'conversations.reply' }
    const late = await office.post(rolePaths.revision(id), form)
    expect(late.status).toBe(409)
    expect(late.text).toContain('As saved now: Not allowed')
    expect(late.text).toContain('As saved now: Allowed')
    expect(late.text).toContain('value="Mine"')
    expect((await roleNow(id))?.permissions).toEqual(['workbench.use', 'conversations.note'])
    const kept = fieldsOf(late.text, rolePaths.revision(id))
    const again = { ...form, version: kept.version ?? '' }
    await office.follow(await office.post(rolePaths.revision(id), again))
    expect((await roleNow(id))?.name).toBe('Mine')
  })

  test('give nobody what who changes them lacks, and stay while somebody has them', async () => {
    const keeper = await make('Keeper', {
      permissions: 'roles.manage,agents.manage,accounts.manage',
    })
    const cookie = await office.employ('Kim', keeper)
    const other = await make('Other', { from: 'agent' })
    expect(reasonOf((await revise(other, { name: 'Renamed' }, cookie)).text)).toBe('mayMoreThanYou')
    const raised = await revise(
      keeper,
      { permissions: ['settings.manage', 'roles.manage'] },
      cookie,
    )
    expect([raised.status, reasonOf(raised.text)]).toEqual([403, 'mayMoreThanYou'])
    const form = { name: 'Mighty', from: 'admin' }
    const made = await office.ask('POST', rolePaths.list, { cookie, form, headers: json })
    expect(reasonOf(made.text)).toBe('mayMoreThanYou')
    const own = { cookie, form: { role: 'admin' }, headers: json }
    const self = await office.ask('POST', peoplePaths.revision(await idOf('Kim')), own)
    expect(reasonOf(self.text)).toBe('mayMoreThanYou')
    const stays = await office.post(rolePaths.removal(keeper), {}, json)
    expect([stays.status, reasonOf(stays.text)]).toEqual([409, 'roleInUse'])
    expect((await office.get(rolePaths.page(keeper))).text).toContain('One person has it.')
  })
})

describe('a change of what somebody may', () => {
  test('holds in the session they have, at once', async () => {
    const role = await make('Changing')
    const cookie = await office.employ('Cleo', role)
    const board = () => office.ask('GET', paths.office.of('live'), { cookie })
    expect((await board()).status).toBe(403)
    await revise(role, { permissions: ['board.read'] })
    expect((await board()).status).toBe(200)
    await revise(role, { permissions: ['conversations.note'] })
    expect((await board()).status).toBe(403)
  })

  test('ends the pages that are open live, which come again as what they may now', async () => {
    const role = await make('Live')
    const cookie = await office.employ('Lin', role)
    const base = office.desk.serve()
    const headers = { Cookie: cookie, Host: 'desk.test', Origin: 'http://desk.test' }
    const stream = await fetch(base + paths.workbench.feed(null, 0), { headers })
    expect(stream.status).toBe(200)
    const ended = stream.text()
    await Bun.sleep(300)
    await revise(role, { permissions: ['conversations.watch.all'] })
    const text = await Promise.race([ended, Bun.sleep(8_000).then(() => 'still open')])
    expect(text).not.toBe('still open')
  }, 20_000)
})

describe('who may what, and why', () => {
  test('is a table of people and permissions, narrowed to who has one', async () => {
    const { text } = await office.get(rightPaths.list)
    expect(text).toContain('End a conversation that somebody else holds')
    const told = await office.get(`${rightPaths.list}?permission=conversations.endAny`, json)
    const rows = JSON.parse(told.text).rows as Record<string, string>[]
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['Olga', 'Otto', 'Sina'])
    expect(rows[0]).toMatchObject({ 'conversations.endAny': 'yes' })
    const all = JSON.parse((await office.get(`${rightPaths.list}?q=ana`, json)).text).rows[0]
    expect(all).toMatchObject({ 'conversations.reply': 'yes', 'office.use': 'no' })
  })

  test('names the role that allows it, or those that would', async () => {
    const person = await idOf('Ana')
    const why = (permission: string) => office.get(rightPaths.whyOf({ person, permission }))
    expect((await why('conversations.reply')).text).toContain('Yes: the role Agent allows it.')
    const no = (await why('conversations.assign')).text
    expect(no).toContain('No: the role Agent does not allow it.')
    expect(no).toContain('Owner, Admin, Supervisor')
    expect((await office.get(rightPaths.whyOf({ person }))).text).toContain('data-may="no"')
    expect((await office.get(rightPaths.why)).status).toBe(200)
  })

  test('names the rules of one conversation', async () => {
    const { desk } = office
    const person = await idOf('Ana')
    const row = await desk.desk.store.agents.find(person)
    if (!row) throw new Error('no Ana')
    await goOnDuty(desk, { ...row, kind: 'staff', role: 'agent' })
    const { conversation } = await visit(desk, 'Vera')
    const address = `http://desk.test${paths.workbench.conversation(conversation)}`
    const seen = await office.get(rightPaths.whyOf({ person, conversation: address }))
    expect(seen.text).toMatch(/They see it, because (?:they hold it|it is of a department)/)
    expect(seen.text).toContain('the role allows it')
    const told = await office.get(rightPaths.whyOf({ person, conversation }), json)
    const { conversation: said } = JSON.parse(told.text)
    expect(said.rules.find(({ verb }: { verb: string }) => verb === 'takeOver')).toMatchObject({
      ...{
        may: false,
        grounds: expect.arrayContaining([expect.objectContaining({ isSo: false })]),
      },
    })
    const none = await office.get(rightPaths.whyOf({ person, conversation: 'nonsense' }))
    expect([none.status, none.text]).toEqual([200, expect.stringContaining('no such conversation')])
  })

  test('is told to nobody else', async () => {
    for (const path of [rightPaths.list, rightPaths.why, rolePaths.list])
      expect((await office.ask('GET', path, { cookie: office.cookies.supervisor })).status).toBe(
        403,
      )
  })
})
