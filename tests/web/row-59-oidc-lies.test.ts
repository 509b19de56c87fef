import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { createProvider } from '../../src/commands/providers/write'
import { providerPaths } from '../../views/office/providers/paths'
import { paths } from '../../views/paths'
import { hire, openTestDesk, type TestDesk } from '../support/desk'
import type { Lies } from '../support/provider'
import { signedInTab } from './factor-desk'
import { type Oidc, openOidc, verified } from './oidc-desk'
import { openTab } from './tab'

const { session, workbench } = paths

let on: Oidc
beforeAll(async () => {
  on = await openOidc()
})
afterAll(() => on.close())

let broken = 0
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
    const { email } = await on.somebody()
    const tab = openTab(on.desk)
    const answer = await on.comeBy(tab, on.ids.known, verified('liar', email), how)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('cannot be trusted')
    expect((await tab.get(workbench.page)).status).toBe(303)
  })

  test('it is down, out of order, another one, or without end: one sentence, and the password page', async () => {
    const { email } = await on.somebody()
    const who = verified('down', email)
    expect((await on.comeNew(on.ids.known, who, { fault: 500 })).status).toBe(503)
    expect((await on.comeNew(on.ids.known, { sub: '' })).text).toContain(
      'You were not signed in there',
    )
    for (const how of [{ issuer: 'https://other.test' }, { endless: true }]) {
      const id = await on.add({ label: `Broken ${++broken}` })
      const answer = await on.comeNew(id, who, how)
      expect([409, 503]).toContain(answer.status)
      expect(answer.text).toContain('name="password"')
    }
    const gone = await on.add({ label: 'Gone', issuer: 'http://127.0.0.1:9' })
    const answer = await on.comeNew(gone, who)
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('does not answer as it should')
  })

  test('it answers late: nobody waits longer than that', async () => {
    const id = await on.add({ label: 'Late' })
    const began = performance.now()
    const answer = await on.comeNew(id, verified('late', 'late@desk.test'), { late: 20_000 })
    expect(answer.status).toBe(503)
    expect(performance.now() - began).toBeLessThan(12_000)
    on.fake.sits({ sub: 'nobody' })
  }, 30_000)

  test('an errand comes back once, in its own browser, to its own provider', async () => {
    const { email } = await on.somebody()
    on.fake.sits(verified('errand', email))
    const tab = openTab(on.desk)
    const out = await tab.get(session.provider(on.ids.known))
    const to = new URL(out.headers.get('Location') ?? '')
    expect(to.searchParams.get('code_challenge_method')).toBe('S256')
    const at = await fetch(to, { redirect: 'manual' })
    const back = new URL(at.headers.get('Location') ?? '')
    const kept = tab.jar.get('bellhop-errand') ?? ''
    const path = back.pathname + back.search

    expect((await openTab(on.desk).get(path)).status).toBe(409)
    const thief = openTab(on.desk)
    await thief.get(session.provider(on.ids.known))
    expect((await thief.get(path)).status).toBe(409)
    const crossed = openTab(on.desk)
    crossed.jar.set('bellhop-errand', kept)
    const other = back.pathname.replace(on.ids.known, on.ids.counts)
    expect((await crossed.get(other + back.search)).status).toBe(409)

    expect((await tab.get(path)).status).toBe(303)
    const again = openTab(on.desk)
    again.jar.set('bellhop-errand', kept)
    expect((await again.get(path)).status).toBe(409)
    expect(kept).not.toContain(email)
  })
})

describe('row 59: providers in the office', () => {
  test('owners alone add, change and remove them, and see no secret again', async () => {
    await hire(on.desk, 'Otto', 5, 'owner')
    const otto = await signedInTab(on.desk, 'Otto')
    await hire(on.desk, 'Olga', 5, 'admin')
    const admin = await signedInTab(on.desk, 'Olga')
    expect((await admin.get(providerPaths.list)).status).toBe(403)
    expect((await admin.post(providerPaths.list, on.form())).status).toBe(403)

    const bad: [Record<string, string>, string][] = [
      [{ issuer: 'accounts.example.org' }, 'issuer'],
      [{ issuer: 'https://a.test/?x=1' }, 'issuer'],
      [{ client: ' ' }, 'client'],
      [{ label: '' }, 'label'],
      [{ domains: 'not a domain' }, 'domains'],
      [{ role: 'agent' }, 'domains'],
      [{ role: 'nothing', domains: 'a.test' }, 'role'],
    ]
    for (const [more, field] of bad) {
      const answer = await otto.post(providerPaths.list, on.form(more), { accept: 'json' })
      expect(answer.status, field).toBe(422)
      expect(JSON.parse(answer.text).error.field).toBe(field)
    }
    const made = await otto.post(providerPaths.list, on.form({ label: 'Tidy' }), { accept: 'json' })
    const { id } = JSON.parse(made.text)
    const page = await otto.get(providerPaths.page(id))
    expect(page.text).toContain(`http://desk.test${session.providerBack(id)}`)
    expect(page.text).not.toContain(on.fake.client.secret)
    const kept = await on.desk.desk.store.providers.find(id)
    expect(kept?.clientSecret).not.toContain(on.fake.client.secret)

    const version = kept?.version ?? ''
    const change = { version, label: 'Tidier', client_secret: '' }
    expect((await otto.post(providerPaths.revision(id), change)).status).toBe(303)
    expect((await otto.post(providerPaths.revision(id), change)).status).toBe(409)
    const { email } = await on.somebody()
    const tab = openTab(on.desk)
    await on.comeBy(tab, id, verified('tidy', email))
    expect((await tab.get(workbench.page)).status).toBe(200)
    expect((await otto.post(providerPaths.removal(id))).status).toBe(303)
    expect((await tab.get(workbench.page)).status).toBe(303)
    expect((await tab.get(session.provider(id))).status).toBe(404)
    const acts = (await on.desk.desk.store.audit.newest(30)).filter(
      ({ object }) => object === `provider:${id}`,
    )
    expect(acts.map(({ act }) => act)).toEqual(['removed', 'changed', 'created'])
    expect(JSON.stringify(acts)).not.toContain(on.fake.client.secret)
  })

  test('nobody inside is asked unless the operator says so', async () => {
    const outside: TestDesk = await openTestDesk()
    const inner = [
      'https://127.0.0.1',
      'https://[::1]',
      'https://10.0.0.1:8443',
      'https://localhost',
    ]
    expect(isProblem(await createProvider(outside.desk, on.form()))).toBe(true)
    const before = on.fake.asked()
    for (const issuer of inner) {
      const id = await createProvider(outside.desk, on.form({ issuer }))
      if (isProblem(id)) throw new Error(id.reason)
      const answer = await openTab(outside).get(session.provider(id))
      expect(answer.status, issuer).toBe(503)
    }
    expect(on.fake.asked()).toBe(before)
    await outside.close()
  })
})
