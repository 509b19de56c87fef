import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { peoplePaths } from '../../views/office/people-paths'
import { paths } from '../../views/paths'
import { factors } from '../../views/words/factors'
import { providers as words } from '../../views/words/providers'
import { hire } from '../support/desk'
import type { Known } from '../support/provider'
import { codeAt, sendCode, setUp, signedInTab } from './factor-desk'
import { type Oidc, openOidc, reasonOf, verified } from './oidc-desk'
import { openTab } from './tab'

const { session, workbench } = paths

let on: Oidc
beforeAll(async () => {
  on = await openOidc()
})
afterAll(() => on.close())

describe('row 59: signing in by a provider', () => {
  test('lets in who has an account, by a confirmed address, and leads where they wanted', async () => {
    const { email, person } = await on.somebody()
    const page = await openTab(on.desk).get(session.signIn)
    expect(page.text).toContain(words.en.with('Example'))
    const tab = openTab(on.desk)
    const answer = await on.comeBy(tab, on.ids.known, verified('one', email), {}, workbench.me)
    expect(answer.headers.get('Location')).toBe(workbench.me)
    const me = await tab.get(workbench.me)
    expect(me.text).toContain(factors.en.doors.provider('Example'))
    const rows = await on.desk.desk.store.audit.newest(20)
    const told = rows.find(({ act, actor }) => act === 'signedIn' && actor === person.id)
    expect(told?.detail).toEqual({ door: `provider:${on.ids.known}`, provider: 'Example' })
    // Known by what it calls them from now on: another address of theirs there is no matter.
    const later = await on.comeNew(on.ids.known, verified('one', 'renamed@elsewhere.test'))
    expect(later.headers.get('Location')).toBe(workbench.page)
  })

  test('an address that is not confirmed, is missing, or is nobody’s lets nobody in', async () => {
    const { email } = await on.somebody()
    const cases: [Known, RegExp][] = [
      [{ sub: 'a', email }, /has not confirmed/],
      [{ sub: 'a', email, email_verified: false }, /has not confirmed/],
      [{ sub: 'a' }, /has not confirmed/],
      [verified('a', 'nobody@desk.test'), /no account here/],
    ]
    for (const [who, says] of cases)
      expect(await reasonOf(on.comeNew(on.ids.known, who)), JSON.stringify(who)).toMatch(says)
    const { accounts } = on.desk.desk.store
    expect(await accounts.byEmailKey('nobody@desk.test')).toBeUndefined()
    const aside = await on.comeNew(on.ids.known, verified('aside', email), { tellsAside: true })
    expect(aside.status).toBe(303)
  })

  test('only addresses of its domains come in; new people are what it makes them, and nobody is raised', async () => {
    const makes = (who: Known) => on.comeNew(on.ids.makes, who)
    expect(await reasonOf(makes(verified('x', 'eve@evil.test')))).toMatch(/not among those/)
    expect(await reasonOf(makes(verified('x', 'eve@desk.test.evil.test')))).toMatch(/not among/)
    const made = await makes(verified('new', 'neo@other.test', { name: 'Neo Lima' }))
    expect(made.headers.get('Location')).toBe(workbench.page)
    const neo = await on.desk.desk.store.accounts.byEmailKey('neo@other.test')
    expect(neo).toMatchObject({ name: 'Neo Lima', role: 'agent' })
    expect(await on.desk.desk.store.agents.find(neo?.id ?? '')).toBeDefined()
    const lead = await on.somebody('supervisor')
    const raised = { ...verified('lead', lead.email), role: 'owner', groups: ['admin'] } as Known
    expect((await makes(raised)).status).toBe(303)
    expect((await on.desk.desk.store.accounts.byId(lead.person.id))?.role).toBe('supervisor')
    // Two who come at once are one account.
    const both = await Promise.all(
      [1, 2].map(() => on.comeNew(on.ids.makes, verified('twin', 'twin@other.test'))),
    )
    const twins = (await on.desk.desk.store.accounts.all()).filter(
      (one) => one.email === 'twin@other.test',
    )
    expect(twins).toHaveLength(1)
    expect(both.some(({ status }) => status === 303)).toBe(true)
  })

  test('an address that went to somebody else there is no way into the account', async () => {
    const { email, person } = await on.somebody()
    expect((await on.comeNew(on.ids.known, verified('first', email))).status).toBe(303)
    expect(await reasonOf(on.comeNew(on.ids.known, verified('second', email)))).toMatch(
      /somebody else/,
    )
    await hire(on.desk, 'Olga', 5, 'admin')
    const olga = await signedInTab(on.desk, 'Olga')
    const page = await olga.get(peoplePaths.page(person.id))
    expect(page.text).toContain(words.en.unlinkOf('Example'))
    const done = await olga.post(peoplePaths.providerRemoval(person.id, on.ids.known))
    expect(done.status).toBe(303)
    expect((await on.comeNew(on.ids.known, verified('second', email))).status).toBe(303)
    await on.desk.desk.store.accounts.disable(person.id, Date.now())
    expect(await reasonOf(on.comeNew(on.ids.known, verified('second', email)))).toMatch(
      /no account/,
    )
  })

  test('a second factor is asked for after it, unless it counts for two', async () => {
    const { email, name } = await on.somebody()
    const { secret } = await setUp(on.desk, await signedInTab(on.desk, name))
    const tab = openTab(on.desk)
    const asked = await on.comeBy(tab, on.ids.known, verified('two', email))
    expect(asked.headers.get('Location')).toBe(session.second)
    expect((await tab.get(workbench.page)).status).toBe(303)
    expect((await sendCode(tab, codeAt(secret, on.desk.now(), 1))).status).toBe(303)
    expect((await tab.get(workbench.me)).text).toContain(factors.en.doors.provider('Example'))
    const strong = openTab(on.desk)
    await on.comeBy(strong, on.ids.counts, verified('two', email))
    expect((await strong.get(workbench.page)).status).toBe(200)
    await on.desk.desk.store.factors.force('agent', true)
    const { email: weak } = await on.somebody()
    const led = await on.comeNew(on.ids.known, verified('led', weak))
    expect(led.headers.get('Location')).toBe(session.factor)
    const counts = openTab(on.desk)
    await on.comeBy(counts, on.ids.counts, verified('led', weak))
    expect((await counts.get(workbench.page)).status).toBe(200)
    await on.desk.desk.store.factors.force('agent', false)
  })
})
