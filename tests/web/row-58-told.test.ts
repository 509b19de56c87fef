import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { AuditRow } from '../../actors/audit'
import { isProblem } from '../../actors/problem'
import { handle } from '../../src/cli/control-requests'
import { sealSome } from '../../src/system/sealer'
import { paths } from '../../views/paths'
import { goOnDuty, PASSWORD, until, visit } from '../support/desk'
import { json, signIn } from './ask'
import { type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 60_000)
afterAll(() => office.close())

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0'
const browser = { 'User-Agent': FIREFOX }
const rows = () => office.desk.desk.store.audit.newest(1_000)
/** What is told of while something is done, oldest first. */
const toldOf = async (work: () => Promise<unknown>): Promise<AuditRow[]> => {
  const before = new Set((await rows()).map(({ id }) => id))
  await work()
  return (await rows()).filter(({ id }) => !before.has(id)).toReversed()
}
const enter = (email: string, password: string) =>
  office.ask('POST', paths.session.signIn, { form: { email, password }, headers: browser })

describe('who comes and goes', () => {
  test('a sign-in is told with where it came from, and a sign-out', async () => {
    let cookie = ''
    const told = await toldOf(async () => {
      const { headers } = await enter('ana@desk.test', PASSWORD)
      cookie = headers.getSetCookie().find((one) => one.startsWith('bellhop-session=')) ?? ''
      cookie = cookie.split(';')[0] ?? ''
      await office.ask('POST', paths.session.signOut, { cookie, form: {}, headers: browser })
    })
    expect(told.map(({ act, actorName }) => [act, actorName])).toEqual([
      ['signedIn', 'Ana'],
      ['signedOut', 'Ana'],
    ])
    for (const { browser: family, address, object, actor } of told) {
      expect(family).toBe('Firefox, Linux')
      expect(address).toBeTruthy()
      expect(object).toBe(`account:${actor}`)
    }
  })

  test('a wrong password is told once a minute, and nothing that was typed', async () => {
    const told = await toldOf(async () => {
      for (let n = 0; n < 4; n++) await enter('sina@desk.test', 'a wrong password of hers')
      for (let n = 0; n < 4; n++) await enter('my-secret-password', 'another secret')
    })
    expect(told.map(({ act, actorName, detail }) => [act, actorName, detail.reason])).toEqual([
      ['signInRefused', 'Sina', 'wrongPassword'],
      ['signInRefused', '', 'unknownAccount'],
    ])
    expect(JSON.stringify(told)).not.toMatch(/secret|wrong password of/)
  })

  test('who tries too often is told of, too', async () => {
    const told = await toldOf(async () => {
      for (let n = 0; n < 14; n++) await enter('otto@desk.test', `wrong ${n}`)
    })
    const reasons = told.map(({ actorName, detail }) => [actorName, detail.reason])
    expect(reasons).toEqual([
      ['Otto', 'wrongPassword'],
      ['Otto', 'tooMany'],
    ])
  })
})

test('a refusal is told once a minute for each route, and of nobody who is let in', async () => {
  const { ask, cookies } = office
  const refused = (path: string) => ask('GET', path, { cookie: cookies.agent, headers: json })
  const told = await toldOf(async () => {
    for (let n = 0; n < 3; n++) {
      expect((await refused('/office/departments')).status).toBe(403)
      expect((await refused('/office/audit.csv')).status).toBe(403)
    }
    expect((await ask('GET', '/office/departments', { cookie: cookies.admin })).status).toBe(200)
    expect((await ask('GET', '/office/departments')).status).toBe(303)
  })
  expect(told.map(({ act, actorName, object }) => [act, actorName, object])).toEqual([
    ['refused', 'Ana', 'route:GET /office/departments'],
    ['refused', 'Ana', 'route:GET /office/audit.csv'],
  ])
})

test('who opens what a colleague holds is told of once an hour, and who holds it never', async () => {
  const { desk, ask, cookies } = office
  const { agents, conversations } = desk.desk.store
  const row = (await agents.all()).find(({ name }) => name === 'Ana')
  if (!row) throw new Error('no Ana')
  const leave = await goOnDuty(desk, { kind: 'staff', role: 'agent', ...row })
  const { conversation } = await visit(desk, 'Vera')
  await until(async () => (await conversations.row(conversation))?.agent === row.id)
  const open = (cookie: string) =>
    ask('GET', paths.workbench.conversation(conversation), { cookie, headers: browser })
  const told = await toldOf(async () => {
    for (let n = 0; n < 3; n++) expect((await open(cookies.admin)).status).toBe(200)
    expect((await open(cookies.agent)).status).toBe(200)
  })
  leave()
  expect(
    told.map(({ act, actorName, object, detail }) => [act, actorName, object, detail]),
  ).toEqual([
    ['lookedAt', 'Olga', `conversation:${conversation}`, { visitor: 'Vera', holder: 'Ana' }],
  ])
})

test('another password is told of, without it', async () => {
  const { ask } = office
  const cookie = await signIn(ask, 'Ana')
  const wanted = 'another quite long one'
  const told = await toldOf(async () => {
    const form = { current_password: PASSWORD, new_password: wanted }
    await ask('POST', paths.workbench.me, { cookie, form, headers: json })
  })
  expect(told.map(({ act, actorName }) => [act, actorName])).toEqual([['passwordSet', 'Ana']])
  expect(JSON.stringify(told)).not.toContain(wanted)
})

test('what the command line does is told of as its own', async () => {
  const { desk } = office.desk
  const told = await toldOf(async () => {
    const input = { name: 'Gloves', settings: {} }
    const done = await handle(desk, { do: 'department open', input })
    expect(isProblem(done)).toBe(false)
    await handle(desk, { do: 'department rename', input: { name: 'Gloves', to: 'Mittens' } })
    const records = [
      { code: 'a', body: 'A' },
      { code: 'b', body: 'B' },
    ]
    await handle(desk, { do: 'canned import', input: { records } })
  })
  expect(told.map(({ actor, act, address }) => [actor, act, address])).toEqual([
    ['command-line', 'created', null],
    ['command-line', 'changed', null],
    ['command-line', 'imported', null],
  ])
})

test('the office shows whether the chain is whole, and the first that is not', async () => {
  const { audit } = office.desk.desk.store
  while ((await sealSome(audit)) > 0);
  const head = await audit.head()
  const page = await office.get('/office/audit/check')
  expect(page.text).toContain('Chain whole')
  expect(page.text).toContain(`${head?.seq}:${head?.hash}`)
  const told = JSON.parse((await office.get('/office/audit/check', json)).text)
  expect(told).toMatchObject({ whole: true, fault: null, sealed: head?.seq })
  const { ask, cookies } = office
  const other = await ask('GET', '/office/audit/check', { cookie: cookies.supervisor })
  expect(other.status).toBe(403)
})

test('a record is opened without a script, with what differs in bold, and leads to others like it', async () => {
  const department = await office.make('Caps')
  const form = { patience: '7m' }
  await office.post(`/office/departments/${department}/settings`, form, json)
  const { text } = await office.get(`/office/audit?object=department:${department}`)
  expect(text).toContain('<details><summary aria-label="Details"')
  expect(text).toContain('<b>10m</b>')
  expect(text).toContain('<b>7m</b>')
  expect(text).toContain('Today')
  expect(text.match(/<tr id="row-/g)).toHaveLength(1)
  expect(text).toMatch(/href="\/office\/audit\?who=[\w-]+"/)
})
