import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { createProvider } from '../../src/commands/providers/write'
import { peoplePaths } from '../../views/office/people-paths'
import { providerPaths } from '../../views/office/providers/paths'
import { paths } from '../../views/paths'
import { factors } from '../../views/words/factors'
import { providers as words } from '../../views/words/providers'
import { hire, openTestDesk, type TestDesk } from '../support/desk'
import { type FakeProvider, type Known, type Lies, openProvider } from '../support/provider'
import { codeAt, type FactorDesk, sendCode, setUp, signedInTab } from './factor-desk'
import { openTab, type Tab } from './tab'

const { session, workbench } = paths

let desk: FactorDesk
let fake: FakeProvider
/** A provider for whoever has an account, one that makes people agents, and one that counts for two steps. */
const ids: Record<'known' | 'makes' | 'counts', string> = { known: '', makes: '', counts: '' }

const form = (more: Record<string, string> = {}) => ({
  ...{ label: 'Example', issuer: fake.issuer },
  ...{ client_id: fake.client.id, client_secret: fake.client.secret, ...more },
})

const add = async (more: Record<string, string> = {}) => {
  const id = await createProvider(desk.desk, form(more))
  if (isProblem(id)) throw new Error(id.reason)
  return id
}

beforeAll(async () => {
  fake = await openProvider()
  const opened = await openTestDesk({ env: { PROVIDERS_INSIDE: 'yes' } })
  desk = { ...opened, now: () => Date.now(), turn: () => {} }
  ids.known = await add()
  ids.makes = await add({ label: 'Staff', domains: 'desk.test, other.test', role: 'agent' })
  ids.counts = await add({ label: 'Strong', counts: 'yes' })
})
afterAll(async () => {
  await desk.close()
  await fake.close()
})

const verified = (sub: string, email: string, more: Partial<Known> = {}): Known => ({
  ...{ sub, email, email_verified: true, ...more },
})

/** Goes to the provider and back: where it leads, and the page. */
const comeBy = async (tab: Tab, id: string, who: Known, lies: Lies = {}, next?: string) => {
  fake.sits(who, lies)
  const out = await tab.get(session.providerFor(id, next))
  if (out.status !== 303) return out
  const at = await fetch(out.headers.get('Location') ?? '', { redirect: 'manual' })
  const back = new URL(at.headers.get('Location') ?? '')
  return tab.get(back.pathname + back.search, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
}
const comeNew = (id: string, who: Known, lies: Lies = {}) => comeBy(openTab(desk), id, who, lies)

const reasonOf = async (answer: Promise<{ status: number; text: string }>) => {
  const { text } = await answer
  return /role="alert">\s*([^<]+?)\s*</.exec(text)?.[1]
}

let count = 0
const somebody = async (role = 'agent') => {
  const name = `Oid${++count}`
  return { name, email: `${name.toLowerCase()}@desk.test`, person: await hire(desk, name, 5, role) }
}

describe('row 59: signing in by a provider', () => {
  test('lets in who has an account, by a confirmed address, and leads where they wanted', async () => {
    const { email, person } = await somebody()
    const page = await openTab(desk).get(session.signIn)
    expect(page.text).toContain(words.en.with('Example'))
    const tab = openTab(desk)
    const answer = await comeBy(tab, ids.known, verified('one', email), {}, workbench.me)
    expect(answer.headers.get('Location')).toBe(workbench.me)
    const me = await tab.get(workbench.me)
    expect(me.text).toContain(factors.en.doors.provider('Example'))
    const rows = await desk.desk.store.audit.newest(20)
    const told = rows.find(({ act, actor }) => act === 'signedIn' && actor === person.id)
    expect(told?.detail).toEqual({ door: `provider:${ids.known}`, provider: 'Example' })
    // Known by what it calls them from now on: another address of theirs there is no matter.
    const later = await comeNew(ids.known, verified('one', 'renamed@elsewhere.test'))
    expect(later.headers.get('Location')).toBe(workbench.page)
  })

  test('an address that is not confirmed, is missing, or is nobody’s lets nobody in', async () => {
    const { email } = await somebody()
    const cases: [Known, RegExp][] = [
      [{ sub: 'a', email }, /has not confirmed/],
      [{ sub: 'a', email, email_verified: false }, /has not confirmed/],
      [{ sub: 'a' }, /has not confirmed/],
      [verified('a', 'nobody@desk.test'), /no account here/],
    ]
    for (const [who, says] of cases)
      expect(await reasonOf(comeNew(ids.known, who)), JSON.stringify(who)).toMatch(says)
    const { accounts } = desk.desk.store
    expect(await accounts.byEmailKey('nobody@desk.test')).toBeUndefined()
    const aside = await comeNew(ids.known, verified('aside', email), { tellsAside: true })
    expect(aside.status).toBe(303)
  })

  test('only addresses of its domains come in; new people are what it makes them, and nobody is raised', async () => {
    const makes = (who: Known) => comeNew(ids.makes, who)
    expect(await reasonOf(makes(verified('x', 'eve@evil.test')))).toMatch(/not among those/)
    expect(await reasonOf(makes(verified('x', 'eve@desk.test.evil.test')))).toMatch(/not among/)
    const made = await makes(verified('new', 'neo@other.test', { name: 'Neo Lima' }))
    expect(made.headers.get('Location')).toBe(workbench.page)
    const neo = await desk.desk.store.accounts.byEmailKey('neo@other.test')
    expect(neo).toMatchObject({ name: 'Neo Lima', role: 'agent' })
    expect(await desk.desk.store.agents.find(neo?.id ?? '')).toBeDefined()
    const lead = await somebody('supervisor')
    const raised = { ...verified('lead', lead.email), role: 'owner', groups: ['admin'] } as Known
    expect((await makes(raised)).status).toBe(303)
    expect((await desk.desk.store.accounts.byId(lead.person.id))?.role).toBe('supervisor')
    // Two who come at once are one account.
    const both = await Promise.all(
      [1, 2].map(() => comeNew(ids.makes, verified('twin', 'twin@other.test'))),
    )
    const twins = (await desk.desk.store.accounts.all()).filter(
      (one) => one.email === 'twin@other.test',
    )
    expect(twins).toHaveLength(1)
    expect(both.some(({ status }) => status === 303)).toBe(true)
  })

  test('an address that went to somebody else there is no way into the account', async () => {
    const { email, person, name } = await somebody()
    expect((await comeNew(ids.known, verified('first', email))).status).toBe(303)
    expect(await reasonOf(comeNew(ids.known, verified('second', email)))).toMatch(/somebody else/)
    await hire(desk, 'Olga', 5, 'admin')
    const olga = await signedInTab(desk, 'Olga')
    const page = await olga.get(peoplePaths.page(person.id))
    expect(page.text).toContain(words.en.unlinkOf('Example'))
    const done = await olga.post(peoplePaths.providerRemoval(person.id, ids.known))
    expect(done.status).toBe(303)
    expect((await comeNew(ids.known, verified('second', email))).status).toBe(303)
    await desk.desk.store.accounts.disable(person.id, Date.now())
    expect(await reasonOf(comeNew(ids.known, verified('second', email)))).toMatch(/no account/)
    expect(name).not.toBe('')
  })

  test('a second factor is asked for after it, unless it counts for two', async () => {
    const { email, name, person } = await somebody()
    const { secret } = await setUp(desk, await signedInTab(desk, name))
    const tab = openTab(desk)
    const asked = await comeBy(tab, ids.known, verified('two', email))
    expect(asked.headers.get('Location')).toBe(session.second)
    expect((await tab.get(workbench.page)).status).toBe(303)
    expect((await sendCode(tab, codeAt(secret, desk.now(), 1))).status).toBe(303)
    expect((await tab.get(workbench.me)).text).toContain(factors.en.doors.provider('Example'))
    const strong = openTab(desk)
    await comeBy(strong, ids.counts, verified('two', email))
    expect((await strong.get(workbench.page)).status).toBe(200)
    await desk.desk.store.factors.force('agent', true)
    const { email: weak } = await somebody()
    const led = await comeNew(ids.known, verified('led', weak))
    expect(led.headers.get('Location')).toBe(session.factor)
    const counts = openTab(desk)
    await comeBy(counts, ids.counts, verified('led', weak))
    expect((await counts.get(workbench.page)).status).toBe(200)
    await desk.desk.store.factors.force('agent', false)
    expect(person.id).not.toBe('')
  })
})

describe('row 59: what a provider may not do', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const lies: [string, Lies][] = [
    ['another issuer', { claims: (all) => ({ ...all, iss: 'https://other.test' }) }],
    ['another audience', { claims: (all) => ({ ...all, aud: 'somebody else' }) }],
    ['another nonce', { claims: (all) => ({ ...all, nonce: 'x' }) }],
    ['no nonce', { claims: ({ nonce: _, ...all }) => all }],
    ['expired', { claims: (all) => ({ ...all, iat: now() - 900, exp: now() - 600 }) }],
    ['another key', { otherKey: true }],
    ['no subject', { claims: ({ sub: _, ...all }) => all }],
  ]
  test.each(lies)('%s: nobody is let in', async (_, how) => {
    const { email } = await somebody()
    const tab = openTab(desk)
    const answer = await comeBy(tab, ids.known, verified('liar', email), how)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('cannot be trusted')
    expect((await tab.get(workbench.page)).status).toBe(303)
  })

  test('it is down, out of order, another one, or without end: one sentence, and the password page', async () => {
    const { email } = await somebody()
    const who = verified('down', email)
    expect((await comeNew(ids.known, who, { fault: 500 })).status).toBe(503)
    expect((await comeNew(ids.known, { sub: '' })).text).toContain('You were not signed in there')
    for (const how of [{ issuer: 'https://other.test' }, { endless: true }]) {
      const id = await add({ label: `Broken ${++count}` })
      const answer = await comeNew(id, who, how)
      expect([409, 503]).toContain(answer.status)
      expect(answer.text).toContain('name="password"')
    }
    const gone = await add({ label: 'Gone', issuer: 'http://127.0.0.1:9' })
    const answer = await comeNew(gone, who)
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('does not answer as it should')
  })

  test('it answers late: nobody waits longer than that', async () => {
    const id = await add({ label: 'Late' })
    const began = performance.now()
    const answer = await comeNew(id, verified('late', 'late@desk.test'), { late: 20_000 })
    expect(answer.status).toBe(503)
    expect(performance.now() - began).toBeLessThan(12_000)
    fake.sits({ sub: 'nobody' })
  }, 30_000)

  test('an errand comes back once, in its own browser, to its own provider', async () => {
    const { email } = await somebody()
    fake.sits(verified('errand', email))
    const tab = openTab(desk)
    const out = await tab.get(session.provider(ids.known))
    const to = new URL(out.headers.get('Location') ?? '')
    expect(to.searchParams.get('code_challenge_method')).toBe('S256')
    const at = await fetch(to, { redirect: 'manual' })
    const back = new URL(at.headers.get('Location') ?? '')
    const kept = tab.jar.get('bellhop-errand') ?? ''
    const path = back.pathname + back.search

    expect((await openTab(desk).get(path)).status).toBe(409)
    const thief = openTab(desk)
    await thief.get(session.provider(ids.known))
    expect((await thief.get(path)).status).toBe(409)
    const crossed = openTab(desk)
    crossed.jar.set('bellhop-errand', kept)
    const other = back.pathname.replace(ids.known, ids.counts)
    expect((await crossed.get(other + back.search)).status).toBe(409)

    expect((await tab.get(path)).status).toBe(303)
    const again = openTab(desk)
    again.jar.set('bellhop-errand', kept)
    expect((await again.get(path)).status).toBe(409)
    expect(kept).not.toContain(email)
  })
})

describe('row 59: providers in the office', () => {
  test('owners alone add, change and remove them, and see no secret again', async () => {
    await hire(desk, 'Otto', 5, 'owner')
    const otto = await signedInTab(desk, 'Otto')
    const admin = await signedInTab(desk, 'Olga')
    expect((await admin.get(providerPaths.list)).status).toBe(403)
    expect((await admin.post(providerPaths.list, form())).status).toBe(403)

    const bad: [Record<string, string>, string][] = [
      [{ issuer: 'accounts.example.org' }, 'issuer'],
      [{ issuer: 'https://a.test/?x=1' }, 'issuer'],
      [{ client_id: ' ' }, 'client_id'],
      [{ label: '' }, 'label'],
      [{ domains: 'not a domain' }, 'domains'],
      [{ role: 'agent' }, 'domains'],
      [{ role: 'nothing', domains: 'a.test' }, 'role'],
    ]
    for (const [more, field] of bad) {
      const answer = await otto.post(providerPaths.list, form(more), { accept: 'json' })
      expect(answer.status, field).toBe(422)
      expect(JSON.parse(answer.text).error.field).toBe(field)
    }
    const made = await otto.post(providerPaths.list, form({ label: 'Tidy' }), { accept: 'json' })
    const { id } = JSON.parse(made.text)
    const page = await otto.get(providerPaths.page(id))
    expect(page.text).toContain(`http://desk.test${session.providerBack(id)}`)
    expect(page.text).not.toContain(fake.client.secret)
    const kept = await desk.desk.store.providers.find(id)
    expect(kept?.clientSecret).not.toContain(fake.client.secret)

    const version = kept?.version ?? ''
    const change = { version, label: 'Tidier', client_secret: '' }
    expect((await otto.post(providerPaths.revision(id), change)).status).toBe(303)
    expect((await otto.post(providerPaths.revision(id), change)).status).toBe(409)
    const { email } = await somebody()
    const tab = openTab(desk)
    await comeBy(tab, id, verified('tidy', email))
    expect((await tab.get(workbench.page)).status).toBe(200)
    expect((await otto.post(providerPaths.removal(id))).status).toBe(303)
    expect((await tab.get(workbench.page)).status).toBe(303)
    expect((await tab.get(session.provider(id))).status).toBe(404)
    const acts = (await desk.desk.store.audit.newest(30)).filter(
      ({ object }) => object === `provider:${id}`,
    )
    expect(acts.map(({ act }) => act)).toEqual(['removed', 'changed', 'created'])
    expect(JSON.stringify(acts)).not.toContain(fake.client.secret)
  })

  test('nobody inside is asked unless the operator says so', async () => {
    const outside: TestDesk = await openTestDesk()
    const inner = [
      'https://127.0.0.1',
      'https://[::1]',
      'https://10.0.0.1:8443',
      'https://localhost',
    ]
    expect(isProblem(await createProvider(outside.desk, form()))).toBe(true)
    const before = fake.asked()
    for (const issuer of inner) {
      const id = await createProvider(outside.desk, form({ issuer }))
      if (isProblem(id)) throw new Error(id.reason)
      const answer = await openTab(outside).get(session.provider(id))
      expect(answer.status, issuer).toBe(503)
    }
    expect(fake.asked()).toBe(before)
    await outside.close()
  })
})
