import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { createRole } from '../../src/commands/roles/write'
import { peoplePaths } from '../../views/office/people-paths'
import { paths } from '../../views/paths'
import { PASSWORD } from '../support/desk'
import { cookieIn, json } from './ask'
import { peopleOf, probe, reasonOf } from './invited'
import { type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const { idOf, account, newest, invite, accept } = peopleOf(() => office)
/** As somebody else than Olga does. */
const as = (cookie: string, path: string, form: Record<string, string> = {}) =>
  office.ask('POST', path, { cookie, form, headers: json })

describe('who may act on whom', () => {
  test('nobody acts on one who may more, or gives what they lack', async () => {
    const otto = await idOf('Otto')
    const tries: [string, Record<string, string>][] = [
      [peoplePaths.revision(otto), { name: 'Nobody' }],
      [peoplePaths.password(otto), { password: PASSWORD }],
      [peoplePaths.invitation(otto), {}],
      [peoplePaths.disabling(otto), {}],
      [peoplePaths.enabling(otto), {}],
      [peoplePaths.removal(otto), {}],
      [peoplePaths.sessionsRemoval(otto), {}],
      [peoplePaths.revision(await idOf('Ana')), { role: 'owner' }],
      [peoplePaths.revision(await idOf('Olga')), { role: 'owner' }],
    ]
    for (const [path, form] of tries) {
      const { status, text } = await office.post(path, form, json)
      expect([path, status, reasonOf(text)]).toEqual([path, 403, 'mayMoreThanYou'])
    }
    expect(await account(otto)).toMatchObject({ name: 'Otto', role: 'owner', disabledAt: null })
    expect((await office.get(peoplePaths.page(otto))).text).toContain('They may more than you')
  })

  test('an owner makes owners, and the last one can neither go nor be lowered', async () => {
    const { owner } = office.cookies
    const [otto, olga] = [await idOf('Otto'), await idOf('Olga')]
    expect(reasonOf((await as(owner, peoplePaths.revision(otto), { role: 'admin' })).text)).toBe(
      'lastOwner',
    )
    expect(reasonOf((await as(owner, peoplePaths.disabling(otto))).text)).toBe('ownAccount')
    expect((await as(owner, peoplePaths.revision(olga), { role: 'owner' })).status).toBe(200)
    expect((await as(owner, peoplePaths.revision(otto), { role: 'admin' })).status).toBe(200)
    // Otto is an admin now, in the session that he had, and Olga an owner in hers.
    expect(reasonOf((await as(owner, peoplePaths.disabling(olga))).text)).toBe('mayMoreThanYou')
    expect(
      (await as(office.cookies.admin, peoplePaths.revision(otto), { role: 'owner' })).status,
    ).toBe(200)
    expect((await as(owner, peoplePaths.revision(olga), { role: 'admin' })).status).toBe(200)
  })

  test('who keeps people but no accounts changes neither address nor role', async () => {
    const { desk } = office.desk
    const grants = ['agents.manage', 'conversations.reply', 'conversations.watch.department']
    const role = await createRole(desk, { name: 'Planner', permissions: grants })
    const cookie = await office.employ('Pia', String(role))
    const { id } = await invite({ role: String(role) })
    const page = await office.ask('GET', peoplePaths.page(id), { cookie })
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('name="email"')
    expect(page.text).not.toContain(peoplePaths.removal(id))
    expect((await as(cookie, peoplePaths.revision(id), { capacity: '3' })).status).toBe(200)
    const forms: Record<string, string>[] = [{ role: 'agent' }, { email: 'other@desk.test' }]
    for (const form of forms)
      expect((await as(cookie, peoplePaths.revision(id), form)).status).toBe(403)
    expect((await as(cookie, peoplePaths.disabling(id))).status).toBe(403)
    expect((await as(cookie, peoplePaths.list, { name: 'X' })).status).toBe(403)
  })
})

describe('sessions', () => {
  const enter = async (
    email: string,
    agentOf = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0',
  ) =>
    cookieIn(
      await office.ask('POST', paths.session.signIn, {
        form: { email, password: PASSWORD, cookie: 'given' },
        headers: { ...probe, 'User-Agent': agentOf },
      }),
      'session',
    )
  const works = async (cookie: string) =>
    (await office.ask('GET', paths.workbench.page, { cookie })).status === 200
  const marksIn = (text: string) =>
    [...text.matchAll(/sessions\/([0-9a-f]{16})\/removal/g)].map(([, mark]) => mark ?? '')

  test('are listed with where and by what, and ended one by one or all, by who may', async () => {
    const { id, email, token } = await invite({ name: 'Sefa' })
    await accept(token)
    const first = await enter(email)
    const second = await enter(email, 'curl/8')
    const page = await office.get(peoplePaths.page(id))
    expect(page.text).toContain('Firefox 146 · Linux')
    const marks = marksIn(page.text)
    expect(marks).toHaveLength(3)
    for (const mark of marks.slice(0, 1))
      await office.follow(await office.post(peoplePaths.sessionRemoval(id, mark)))
    expect([await works(first), await works(second)]).toEqual([true, false])
    expect(await newest()).toMatchObject({ act: 'sessionsEnded', object: `account:${id}` })
    await office.follow(await office.post(peoplePaths.sessionsRemoval(id)))
    expect(await works(first)).toBe(false)
  })

  test('of one’s own are ended on one’s own page, but for this one', async () => {
    const { id, email, token } = await invite({ name: 'Mila' })
    await accept(token)
    const [here, there] = [await enter(email), await enter(email)]
    const own = await office.ask('GET', paths.workbench.me, { cookie: here })
    expect(own.text).toContain('this one')
    expect(marksIn(own.text)).toHaveLength(2)
    const ended = await office.ask('POST', paths.workbench.sessionsRemoval, {
      cookie: here,
      form: {},
    })
    expect(ended.status).toBe(303)
    expect([await works(here), await works(there)]).toEqual([true, false])
    // Somebody else's mark means nothing here.
    const olgas = (
      await office.desk.desk.store.accounts.sessionsOf(await idOf('Olga'), Date.now())
    )[0]
    const mark = olgas?.tokenHash.slice(0, 16) ?? ''
    await office.ask('POST', paths.workbench.sessionRemoval(mark), { cookie: here, form: {} })
    expect(await works(office.cookies.admin)).toBe(true)
    expect((await account(id))?.name).toBe('Mila')
  })
})
