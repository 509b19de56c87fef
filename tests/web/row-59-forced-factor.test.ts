import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { makePasswordLink } from '../../src/commands/accounts/password-link'
import { peoplePaths } from '../../views/office/people-paths'
import { rolePaths } from '../../views/office/role-paths'
import { paths } from '../../views/paths'
import { factors } from '../../views/words/factors'
import { hire, PASSWORD } from '../support/desk'
import {
  codeAt,
  enter,
  type FactorDesk,
  openFactorDesk,
  secretOn,
  sendCode,
  setUp,
  signedInTab,
} from './factor-desk'
import { hidden, openTab } from './tab'

const { session, workbench } = paths
const words = factors.en

let desk: FactorDesk
beforeAll(async () => {
  desk = await openFactorDesk()
})
afterAll(() => desk.close())

let count = 0
/** Somebody new with a second factor, and the tab in which it was set up. */
const withFactor = async (role = 'agent') => {
  const name = `Two${++count}`
  const person = await hire(desk, name, 5, role)
  const tab = await signedInTab(desk, name)
  return { name, person, tab, ...(await setUp(desk, tab)) }
}
const audited = async (id: string) =>
  (await desk.desk.store.audit.newest(200)).filter(
    (row) => row.actor === id || row.object === `account:${id}`,
  )

describe('row 59: changing it', () => {
  test('asks for the password where the sign-in was a while ago', async () => {
    const { name, tab } = await withFactor()
    desk.turn(11 * 60_000)
    for (const path of [session.factorCodes, session.factorRemoval]) {
      expect((await tab.post(path)).status, path).toBe(422)
      const wrong = await tab.post(path, { current_password: 'not the right one' })
      expect(wrong.status, path).toBe(422)
      expect(wrong.text).toContain('aria-invalid="true"')
    }
    const done = await tab.post(session.factorRemoval, { current_password: PASSWORD })
    expect(done.headers.get('Location')).toBe(paths.office.after(workbench.me, 'factorOff'))
    expect((await tab.get(`${workbench.me}?said=factorOff`)).text).toContain(
      'Two-step sign-in is off.',
    )
    const page = await tab.get(session.factor)
    const form = { offer: hidden(page, 'offer'), one_time_code: codeAt(secretOn(page), desk.now()) }
    expect((await tab.post(session.factor, form)).status).toBe(422)
    const right = { ...form, current_password: PASSWORD }
    expect((await tab.post(session.factor, right)).status).toBe(201)
    expect((await tab.post(session.factor, right)).status).toBe(409)
    expect((await enter(openTab(desk), name)).to).toBe(session.second)
  })

  test('somebody else’s offer is none of mine', async () => {
    const mine = await signedInTab(desk, (await hire(desk, `Mine${++count}`)).name)
    const theirs = await signedInTab(desk, (await hire(desk, `Theirs${++count}`)).name)
    const page = await theirs.get(session.factor)
    const form = { offer: hidden(page, 'offer'), one_time_code: codeAt(secretOn(page), desk.now()) }
    expect((await mine.post(session.factor, form)).status).toBe(409)
    expect((await mine.post(session.factor, { ...form, offer: 'x' })).status).toBe(409)
  })

  test('an admin takes it off who lost it, nobody off a higher one, and the audit has it', async () => {
    await hire(desk, 'Olga', 5, 'admin')
    const olga = await signedInTab(desk, 'Olga')
    const lost = await withFactor()
    const owner = await withFactor('owner')
    const shown = await olga.get(peoplePaths.page(lost.person.id))
    expect(shown.text).toContain(words.theirsOn)
    const done = await olga.post(peoplePaths.factorRemoval(lost.person.id))
    expect(done.status).toBe(303)
    expect((await enter(openTab(desk), lost.name)).to).toBe(workbench.page)
    const told = (await audited(lost.person.id)).find(({ act }) => act === 'factorRemoved')
    expect(told?.actorName).toBe('Olga')
    expect((await olga.post(peoplePaths.factorRemoval(owner.person.id))).status).toBe(403)
    expect(await desk.desk.store.factors.find(owner.person.id)).toBeDefined()
    const bo = await signedInTab(desk, (await hire(desk, 'Bo')).name)
    expect((await bo.post(peoplePaths.factorRemoval(owner.person.id))).status).toBe(403)
  })
})

describe('row 59: forced by a role', () => {
  test('nothing opens before it is set up, in sessions from before too, and it cannot be turned off', async () => {
    await hire(desk, 'Otto', 5, 'owner')
    const otto = await signedInTab(desk, 'Otto')
    const sam = await hire(desk, 'Sam', 5, 'supervisor')
    const before = await signedInTab(desk, 'Sam')
    expect((await before.get(workbench.page)).status).toBe(200)
    const path = rolePaths.factor('supervisor')
    expect((await otto.post(path, { second_factor: 'required' })).status).toBe(303)

    const led = await before.get(workbench.page)
    expect(led.headers.get('Location')).toBe(session.factorAfter(workbench.page))
    for (const path of [workbench.me, paths.office.page, workbench.feed(null, 0)])
      expect((await before.get(path, { accept: 'json' })).status, path).toBe(401)
    const status = await before.post(workbench.status, { status: 'ready' }, { accept: 'json' })
    expect(status.status).toBe(401)
    expect(status.text).toContain('factorFirst')

    const fresh = openTab(desk)
    const asked = await enter(fresh, 'Sam')
    expect(asked.to).toBe(session.factor)
    expect(asked.text).toContain(words.enrol.forced)
    expect((await fresh.get(session.signIn)).headers.get('Location')).toBe(session.factor)
    expect((await fresh.post(session.factorCodes, {}, { accept: 'json' })).status).toBe(401)
    await setUp(desk, fresh)
    expect((await fresh.get(workbench.page)).status).toBe(200)
    expect((await before.get(workbench.page)).headers.get('Location')).toStartWith(session.signIn)
    expect((await fresh.post(session.factorRemoval)).status).toBe(409)

    // Taken off by somebody else, they are led to set it up again, at once.
    await otto.post(peoplePaths.factorRemoval(sam.id))
    expect((await fresh.get(workbench.page)).headers.get('Location')).toBe(
      session.factorAfter(workbench.page),
    )
    const out = await fresh.post(session.signOut)
    expect(out.status).toBe(200)
    expect((await fresh.get(session.factor)).status).toBe(303)
    expect(await desk.desk.store.accounts.sessionsOf(sam.id, desk.now())).toEqual([])
    expect((await otto.post(path, { second_factor: 'optional' })).status).toBe(303)
    expect((await enter(openTab(desk), 'Sam')).to).toBe(workbench.page)
  })

  test('another password leaves a session as strong as it was, and a link to set one is no way around', async () => {
    const { name, tab, person, secret } = await withFactor('supervisor')
    await desk.desk.store.factors.force('supervisor', true)
    const form = { current_password: PASSWORD, new_password: `${PASSWORD} and more` }
    expect((await tab.post(workbench.me, form)).status).toBe(303)
    expect((await tab.get(workbench.page)).status).toBe(200)
    const link = await makePasswordLink(desk.desk, { id: person.id })
    if (isProblem(link)) throw new Error(link.reason)
    const other = openTab(desk)
    const opened = await other.get(paths.passwordLinkBy(link.token))
    const set = { token: hidden(opened, 'token'), cookie: 'given', password: PASSWORD }
    const led = await other.submit(paths.passwordLink, set)
    expect(led.to).toBe(session.second)
    expect((await other.get(workbench.page)).status).toBe(303)
    desk.turn(30_000)
    expect((await sendCode(other, codeAt(secret, desk.now()))).status).toBe(303)
    await desk.desk.store.factors.force('supervisor', false)
    expect((await enter(openTab(desk), name)).to).toBe(session.second)
  })

  test('nobody forces it on a role that may more than they', async () => {
    const olga = await signedInTab(desk, 'Olga')
    const answer = await olga.post(rolePaths.factor('owner'), { second_factor: 'required' })
    expect(answer.status).toBe(403)
    expect(await desk.desk.store.factors.forced()).toEqual([])
  })
})
