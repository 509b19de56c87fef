import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { parse } from 'csv-parse/sync'
import { exportPath } from '../../views/office/list/list'
import { peopleList } from '../../views/office/people'
import { peoplePaths } from '../../views/office/people-paths'
import { paths } from '../../views/paths'
import { PASSWORD } from '../support/desk'
import { cookieIn, json } from './ask'
import { peopleOf, probe, reasonOf } from './invited'
import { fieldsOf, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const { idOf, account, agent, newest, invite, accept } = peopleOf(() => office)

describe('the list of people', () => {
  test('has everybody with role, departments, state and load; searched, narrowed, sorted', async () => {
    const { status, text } = await office.get(peoplePaths.list)
    expect(status).toBe(200)
    for (const word of ['Otto', 'Olga', 'Sina', 'Ana', 'Supervisor', 'olga@desk.test', '0 of 5'])
      expect(text).toContain(word)
    const names = async (asked: string) => {
      const told = await office.get(`${peoplePaths.list}?${asked}`, json)
      return JSON.parse(told.text).rows.map(({ name }: { name: string }) => name)
    }
    expect(await names('q=OLGA')).toEqual(['Olga'])
    expect(await names('q=ana%40desk')).toEqual(['Ana'])
    expect(await names('role=supervisor')).toEqual(['Sina'])
    expect(await names('department=nowhere')).toEqual([])
    expect(await names('status=off&sort=-name')).toEqual(['Sina', 'Otto', 'Olga', 'Ana'])
    expect(await names('sort=role')).toEqual(['Otto', 'Olga', 'Sina', 'Ana'])
  })

  test('goes as a file, for whoever may read it', async () => {
    const file = exportPath(peopleList.path, 'csv')
    const rows = parse<Record<string, string>>((await office.get(file)).text, {
      ...{ columns: true, bom: true },
    })
    expect(rows.find(({ name }) => name === 'Ana')).toMatchObject({
      ...{ email: 'ana@desk.test', role: 'agent', departments: 'Support', capacity: '5' },
    })
    expect((await office.ask('GET', file, { cookie: office.cookies.supervisor })).status).toBe(403)
  })
})

describe('somebody who is invited', () => {
  test('is a plain form, whose answer has the link once', async () => {
    const form = { name: 'Ida', email: 'ida@desk.test', role: 'agent', departments: 'support' }
    const { status, text } = await office.post(peoplePaths.list, form)
    expect(status).toBe(201)
    expect(text).toContain('http://desk.test/invitation?token=')
    expect(text).toContain('Invited. Give them the link below.')
    const list = await office.get(peoplePaths.list)
    expect(list.text).not.toContain('/invitation?token=')
    expect(list.text).toContain('Invited')
    expect(await newest()).toMatchObject({ act: 'linkMade', actorName: 'Olga' })
  })

  test('sets a password by it, is signed in, and finds their place', async () => {
    const { id, email, token } = await invite()
    // Nobody can sign in before.
    const early = { email, password: '', cookie: 'given' }
    const { status } = await office.ask('POST', paths.session.signIn, {
      form: early,
      headers: probe,
    })
    expect(status).toBeGreaterThanOrEqual(400)
    const page = await office.ask('GET', paths.passwordLinkBy(token))
    expect([page.status, page.text]).toEqual([200, expect.stringContaining(email)])
    const weak = await accept(token, 'short')
    expect([weak.status, weak.text]).toEqual([422, expect.stringContaining('at least')])
    const done = await accept(token)
    expect([done.status, done.headers.get('Location')]).toEqual([303, paths.workbench.page])
    const cookie = cookieIn(done, 'session')
    expect((await office.ask('GET', paths.workbench.page, { cookie })).status).toBe(200)
    expect(await agent(id)).toMatchObject({ departments: ['support'] })
    const acts = (await office.desk.desk.store.audit.newest(2)).map(({ act }) => act)
    expect(acts).toEqual(['signedIn', 'passwordSet'])
  })

  test('uses the link once, whoever else has it and however many try at once', async () => {
    const { token } = await invite()
    const all = await Promise.all([1, 2, 3].map(() => accept(token)))
    expect(all.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
    const over = await office.ask('GET', paths.passwordLinkBy(token))
    expect([over.status, over.text]).toEqual([409, expect.stringContaining('used already')])
  })

  test('finds it closed when it is too old, another’s, made anew, or the account disabled', async () => {
    const { id, token } = await invite()
    const other = await invite()
    const [, until = '', proof = ''] = token.split('.')
    for (const forged of [
      `${id}.${Number(until) + 1}.${proof}`,
      `${other.id}.${until}.${proof}`,
      `${id}.1.${proof}`,
      'nonsense',
      '',
    ])
      expect((await accept(forged)).status).toBe(409)
    const { clock } = office.desk.desk
    const now = clock.now
    clock.now = () => now() + 7 * 86_400_000 + 60_000
    try {
      expect((await accept(token)).status).toBe(409)
    } finally {
      clock.now = now
    }
    const again = await office.post(peoplePaths.invitation(id), {}, json)
    const fresh = new URL(JSON.parse(again.text).link).searchParams.get('token') ?? ''
    expect((await accept(token)).status).toBe(409)
    await office.post(peoplePaths.disabling(id))
    expect((await accept(fresh)).status).toBe(409)
    await office.post(peoplePaths.enabling(id))
    expect((await accept(fresh)).status).toBe(303)
  })

  test.each([
    [{ name: ' ' }, 'nameMissing', 'Please write a name'],
    [{ email: 'nobody' }, 'emailNotValid', ''],
    [{ email: 'olga@desk.test' }, 'emailTaken', ''],
    [{ departments: '' }, 'placeMissing', 'at least one department'],
    [{ departments: 'nowhere' }, 'departmentUnknown', ''],
    [{ role: 'own-none' }, 'roleUnknown', ''],
  ])('is refused with why, and what was typed stays: %p', async (wrong, reason, says) => {
    const form = { name: 'Ivo', email: 'ivo@desk.test', departments: 'support', ...wrong }
    const told = await office.post(peoplePaths.list, form, json)
    expect(reasonOf(told.text)).toBe(reason)
    const page = await office.post(peoplePaths.list, form)
    expect(page.status).toBe(reason === 'emailTaken' ? 409 : 422)
    expect(page.text).toContain(says)
    expect(page.text).toContain('autofocus')
    if (form.email === 'ivo@desk.test') expect(page.text).toContain('value="ivo@desk.test"')
    expect(await idOf('Ivo')).toBe('')
  })
})

describe('a colleague’s page', () => {
  const revise = (id: string, form: Record<string, string>, headers = {}) =>
    office.post(peoplePaths.revision(id), form, headers)
  const fields = async (id: string) =>
    fieldsOf((await office.get(peoplePaths.page(id))).text, peoplePaths.revision(id))

  test('changes all there is of them, and writes down what it was and is', async () => {
    const { id } = await invite({ name: 'Ines' })
    const billing = await office.make('Billing')
    const form = {
      ...{ name: 'Inés', email: 'ines@desk.test', role: 'supervisor' },
      ...{ departments: `support,${billing}`, capacity: '2', mayReply: 'no', wrapUp: '30s' },
      undo: '5s',
    }
    const { version } = await fields(id)
    const { to } = await office.follow(await revise(id, { ...form, version: version ?? '' }))
    expect(to).toContain('said=saved')
    expect(await account(id)).toMatchObject({
      name: 'Inés',
      email: 'ines@desk.test',
      role: 'supervisor',
    })
    expect(await agent(id)).toMatchObject({
      ...{ name: 'Inés', departments: ['support', billing], mayReply: false },
      settings: { capacity: 2, mayReply: false, wrapUp: 30_000, undo: 5_000 },
    })
    const row = await newest()
    expect(row).toMatchObject({ act: 'accountChanged', object: `account:${id}`, actorName: 'Olga' })
    expect(row?.detail).toMatchObject({
      ...{ value: 'Inés', 'is.role': 'supervisor', 'was.role': 'agent' },
      ...{ 'is.capacity': '2', 'was.capacity': '5', 'is.departments': 'Billing, Support' },
    })
    // Saving what is so already is done, and no line of the audit.
    const again = await fields(id)
    await office.follow(await revise(id, { ...form, version: again.version ?? '' }))
    expect((await newest())?.id).toBe(row?.id ?? '')
  })

  test('refuses what cannot be, with the first fault in focus and nothing lost', async () => {
    const { id } = await invite()
    const { status, text } = await revise(id, {
      ...(await fields(id)),
      name: 'Zoë',
      capacity: '99',
    })
    expect(status).toBe(422)
    expect(text).toContain('value="Zoë"')
    expect(text).toMatch(/id="field-capacity"[^>]*autofocus|autofocus[^>]*id="field-capacity"/)
    expect((await account(id))?.name).not.toBe('Zoë')
    const none = await revise(id, { departments: '' }, json)
    expect([none.status, reasonOf(none.text)]).toEqual([422, 'placeMissing'])
  })

  test('that somebody else was quicker with shows both, and is taken when sent again', async () => {
    const { id } = await invite({ name: 'Quin' })
    const opened = await fields(id)
    await office.follow(await revise(id, { capacity: '7', name: 'Quinn' }))
    const late = await revise(id, { ...opened, departments: 'support', wrapUp: '1m' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('As saved now: 7')
    expect(late.text).toContain('As saved now: Quinn')
    expect(late.text).toContain('value="1m"')
    expect(await account(id)).toMatchObject({ name: 'Quinn' })
    const kept = fieldsOf(late.text, peoplePaths.revision(id))
    await office.follow(await revise(id, { ...kept, departments: 'support' }))
    expect((await agent(id))?.settings).toMatchObject({ capacity: 5, wrapUp: 60_000 })
  })

  test('gives a password that is shown once, or the one that was typed', async () => {
    const { id, email } = await invite()
    const { status, text } = await office.post(peoplePaths.password(id), { password: '' })
    expect(status).toBe(201)
    const password = /id="password"[^>]*>([^<]+)</.exec(text)?.[1] ?? ''
    expect(password).toHaveLength(20)
    const enter = (password: string) =>
      office.ask('POST', paths.session.signIn, {
        ...{ form: { email, password, cookie: 'given' }, headers: probe },
      })
    expect((await enter(password)).status).toBe(303)
    const told = await office.post(peoplePaths.password(id), { password: PASSWORD }, json)
    expect([told.status, JSON.parse(told.text)]).toEqual([201, {}])
    expect((await enter(password)).status).toBe(401)
    expect((await enter(PASSWORD)).status).toBe(303)
    expect((await office.post(peoplePaths.password(id), { password: 'x' })).status).toBe(422)
  })

  test('disables, enables and removes; what they hold is named before', async () => {
    const { id } = await invite({ name: 'Dora' })
    const page = await office.get(peoplePaths.page(id))
    expect(page.text).toContain('Disable the account of Dora?')
    expect(page.text).toContain('They hold no conversation now.')
    await office.follow(await office.post(peoplePaths.disabling(id)))
    expect((await account(id))?.disabledAt).not.toBeNull()
    expect((await office.get(peoplePaths.page(id))).text).toContain('Enable again')
    await office.follow(await office.post(peoplePaths.enabling(id)))
    expect((await account(id))?.disabledAt).toBeNull()
    const gone = await office.follow(await office.post(peoplePaths.removal(id)))
    expect(gone.to).toContain(peoplePaths.list)
    expect(await account(id)).toBeUndefined()
    expect((await agent(id))?.name).toBe('Dora')
    expect((await office.get(peoplePaths.page(id))).status).toBe(404)
    const acts = (await office.desk.desk.store.audit.newest(3)).map(({ act }) => act)
    expect(acts).toEqual(['accountRemoved', 'accountEnabled', 'accountDisabled'])
  })
})
