import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { account } from '../contracts/store/account-changes'
import { macro, reply } from '../contracts/store/canned'
import {
  type App,
  type Hired,
  hire,
  openApp,
  openDepartment,
  session,
  setReady,
  type Visit,
  visit,
} from './app'
import type { Answer, Asked } from './ask'
import { bare } from './bare'
import { type Case, cases, formOf, isOffice, MISSING, reads } from './cases'
import { faults, whileBroken } from './faults'
import { placeOf, VIEW } from './places'
import { breaches } from './policy'
import { answerIn, lines, speak } from './raw'

let app: App
/** A desk that is set up: on the other one somebody still may. */
let office: App
let ana: Hired
let olga: Hired
/** Who may what only owners may. */
let otto: Hired
/** Who may do to many at once what others do to one. */
let sina: Hired
let vera: Visit
let secrets: string[]
const statuses = new Map<number, number>()

beforeAll(async () => {
  ;[app, office] = await Promise.all([openApp(), openApp()])
  ana = await hire(app, 'Ana')
  sina = await hire(app, 'Sina', { role: 'supervisor' })
  olga = await hire(office, 'Olga', { role: 'admin' })
  otto = await hire(office, 'Otto', { role: 'owner' })
  vera = await visit(app, { name: 'Vera' })
  const block = {
    ...{ id: 'support', scope: 'network' as const, value: '192.0.2.0/24' },
    ...{
      visitor: null,
      conversation: null,
      reason: '',
      by: olga.id,
      byName: 'Olga',
      at: 1,
      until: 2,
    },
    ...{ liftedAt: null, liftedBy: null },
  }
  await office.store.blocks.add(block, {
    ...{ id: 'told', at: 1, actor: olga.id, actorName: 'Olga', act: 'blocked' },
    ...{ object: 'block:support', detail: {}, address: null, browser: null },
  })
  secrets = [ana.cookie, sina.cookie, olga.cookie, otto.cookie, vera.cookie].map(
    (cookie) => cookie.split('=')[1] ?? '',
  )
})
afterAll(() => Promise.all([app.close(), office.close()]))

const accepts = ['page', 'fragment', 'json'] as const
const name = ({ method, path }: Route) => `${method} ${path}`
const appOf = (path: string) => (isOffice(path) ? office : app)
/** What may be asked for, or has been taken away by who asked before. */
const keepPrepared = async () => {
  const own = { holder: ana.id, scope: 'mine' } as const
  await app.store.canned.create(reply('support', { id: 'support', ...own }), 'support')
  await office.store.canned.create(reply('support', { id: 'support' }), 'support')
  await office.store.accounts.create(account('support'), 'support@desk.test')
  const role = { id: 'support', name: 'Support', permissions: [], version: 'one' }
  await office.store.roles.create(role, 'support')
  for (const { store } of [app, office])
    await store.macros.create(macro('support', { id: 'support' }), 'support')
  if (!(await app.store.views.find(VIEW)))
    await app.store.views.keep({
      ...{ id: VIEW, owner: ana.id, name: 'Mine', query: 'view=mine' },
      ...{ shared: false, createdAt: 1 },
    })
}
/** Who may come to a route, of those who work here. */
const staffOf = ({ path, permission }: Route) => {
  if (isOffice(path)) return permission === 'owners.manage' ? otto : olga
  return path === paths.workbench.bulk ? sina : ana
}

/** Asks and holds the answer to the rules; the answer's status is counted. */
const ask = async (method: string, path: string, asked: Asked) => {
  const on = appOf(path)
  const answer = await on.ask(method, path, asked)
  expect(breaches(answer, on, secrets), `${method} ${path}`).toEqual([])
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  return answer
}

/** What a page of the desk sends, by the people who may. */
const honest = (route: Route): Asked => ({
  cookie: `${vera.cookie}; ${staffOf(route).cookie}`,
  ...(reads(route) ? { form: formOf(route.path) } : {}),
})

const inCase = async (route: Route, each: Case, accept: Asked['accept']) => {
  const { method = route.method, id = vera.conversation, ...changed } = each.asked ?? {}
  const { form, ...rest } = { ...honest(route), ...changed, accept }
  const asked = {
    ...rest,
    ...(changed.body === undefined && form ? { form } : {}),
    ...(each.signedOut ? { cookie: '' } : {}),
  }
  const answer = await ask(method, placeOf(route.path, id, vera.clientId), asked)
  expect(answer.status, `${name(route)} as ${accept} when ${each.name}`).toBe(
    each.expected(route, accept),
  )
  return answer
}

/** Who is forgotten in a browser is nobody there from then on: that comes last. */
const forgets = ({ path }: Route) => path === paths.chat.forgetting
const inOrder = routes.toSorted((one, other) => Number(forgets(one)) - Number(forgets(other)))

describe('whatever is wrong, the answer is safe', () => {
  test.each(inOrder.map((route) => [name(route), route] as const))('%s', async (_, route) => {
    await keepPrepared()
    for (const each of cases.filter(({ on }) => on(route)))
      for (const accept of accepts) {
        const once = async () => {
          const answer = await inCase(route, each, accept)
          if (answer.status === 405) expect(answer.headers.get('Allow')).toContain(route.method)
          if ([429, 503, 507].includes(answer.status))
            expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
        }
        await (each.around ? each.around(appOf(route.path), once) : once())
      }
  })
})

describe('and so it is when nothing is', () => {
  const fine = [200, 201, 204, 303, 401, 403, 409, 422, 426]
  test.each(routes.map((route) => [name(route), route] as const))('%s', async (_, route) => {
    for (const accept of accepts) {
      await keepPrepared()
      const own = await visit(app)
      const cookie = `${own.cookie}; ${await session(appOf(route.path).desk, staffOf(route).id)}`
      const place = placeOf(route.path, own.conversation, own.clientId)
      const { status } = await ask(route.method, place, { ...honest(route), cookie, accept })
      const known = bare[name(route)] ?? bare[route.path]
      const allowed = known === undefined ? fine : [known]
      expect(allowed, `${name(route)} as ${accept}: ${status}`).toContain(status)
    }
  })

  test('an agent answers, takes and hands on', async () => {
    const department = await openDepartment(app, 'quiet', true)
    const bea = await hire(app, 'Bea', { departments: [department] })
    await setReady(app, bea)
    const { conversation } = await visit(app, { department })
    const { workbench } = paths
    for (const accept of accepts) {
      const asked = { cookie: bea.cookie, accept }
      const done = accept === 'page' ? 303 : 204
      const claimed = await ask('POST', workbench.claim(conversation), asked)
      expect(claimed.status).toBe(done)
      await Bun.sleep(30)
      const form = formOf(workbench.messages(':id'))
      const said = await ask('POST', workbench.messages(conversation), { ...asked, form })
      expect(said.status).toBe(accept === 'page' ? 303 : 201)
      const again = await ask('POST', workbench.messages(conversation), { ...asked, form })
      expect(again.status).toBe(accept === 'page' ? 303 : 200)
    }
  })
})

const noHosts = ['a b', 'desk.test/x', 'desk.test, evil.test', 'olga@desk.test']
const health: readonly string[] = [paths.up, paths.ready]

describe('a host that is none is refused', () => {
  const named = routes.filter(({ path }) => !health.includes(path))
  test.each(named.map((route) => [name(route), route] as const))('%s', async (_, route) => {
    const start = `${route.method} ${placeOf(route.path, MISSING, vera.clientId)} HTTP/1.1`
    for (const host of noHosts) {
      const bytes = lines(start, `Host: ${host}`, 'Connection: close')
      const answer = answerIn(await speak(app.port, bytes))
      expect(answer.status).toBe(400)
      expect(breaches(answer, app, secrets)).toEqual([])
      statuses.set(400, (statuses.get(400) ?? 0) + 1)
    }
  })
})

test('whoever looks whether the desk is well need not know what it is called', async () => {
  const hosts = noHosts.map((host) => `Host: ${host}`)
  for (const path of health)
    for (const start of [
      ...hosts.map((host) => [`GET ${path} HTTP/1.1`, host, 'Connection: close']),
      [`GET ${path} HTTP/1.0`],
      [`HEAD ${path} HTTP/1.0`],
      [`GET ${path}?probe=1 HTTP/1.0`, 'User-Agent: kube-probe'],
    ]) {
      const answer = answerIn(await speak(app.port, lines(...start)))
      expect(answer.status, start.join()).toBe(200)
      expect(breaches(answer, app, secrets)).toEqual([])
    }
})

test('a stream too many is turned away politely', async () => {
  const held = new AbortController()
  const open = (path: string, signal = held.signal) =>
    fetch(`${app.url}${path}`, { signal, headers: { 'Sec-Fetch-Site': 'same-origin' } })
  const streams = Array.from({ length: 20 }, () => open(paths.probe.stream))
  for (const stream of await Promise.all(streams)) expect(stream.status).toBe(200)
  for (const path of [paths.probe.stream, paths.probe.socket])
    for (const accept of accepts) expect((await ask('GET', path, { accept })).status).toBe(429)
  held.abort()
})

test('whoever watches the desk is told that it is not ready', async () => {
  for (const fault of Object.values(faults)) {
    const answer = await whileBroken(app, fault, () => ask('GET', paths.ready, {}))
    expect(answer.status).toBe(503)
  }
})

test('what leads nowhere, and what the server refuses by itself', async () => {
  for (const accept of accepts)
    for (const path of ['/nowhere', '/static/nothing.js', '/workbench/', '/install/x'])
      expect((await ask('GET', path, { accept })).status).toBe(404)
  const host = `Host: 127.0.0.1:${app.port}`
  const bare: [status: number, answer: Answer][] = []
  for (const [status, more] of [
    [431, [`X-Large: ${'x'.repeat(17_000)}`]],
    [400, ['Content-Length: 1', 'Content-Length: 2']],
  ] as const)
    bare.push([status, answerIn(await speak(app.port, lines('POST / HTTP/1.1', host, ...more)))])
  // It has read no request that anybody could be answered to: it says the status and nothing else.
  for (const [status, answer] of bare) expect(answer).toMatchObject({ status, text: '' })
})

test('every status the desk has was among them', () => {
  const all = [200, 201, 204, 303, 400, 401, 403, 404, 405, 409, 413, 415, 422, 426, 429]
  expect([...statuses.keys()].sort((a, b) => a - b)).toEqual([...all, 500, 503, 507])
})
