import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { type App, type Hired, hire, openApp, type Visit, visit } from './app'
import { formOf, isOffice } from './cases'
import { hasHead, speak, statusOf, upgrade } from './raw'
import { digest, restingDigest } from './rows'

let app: App
let ana: Hired
let vera: Visit
let cookie: string

beforeAll(async () => {
  app = await openApp()
  ana = await hire(app, 'Ana')
  vera = await visit(app, { name: 'Vera' })
  cookie = `${vera.cookie}; ${ana.cookie}`
})
afterAll(() => app.close())

/** What browsers send with a request of a page that is not the desk's; and who is no browser. */
const elsewhere = (): [name: string, headers: Record<string, string>][] => [
  ['another site, by its origin', { Origin: 'https://evil.example' }],
  ['a sandboxed frame', { Origin: 'null' }],
  ['nobody says where', {}],
  ['the same host, another port', { Origin: `http://127.0.0.1:${app.port + 1}` }],
  ['the same host, another scheme', { Origin: `https://127.0.0.1:${app.port}` }],
  ['a name that only begins alike', { Origin: `${app.url}.evil.example` }],
  ['an origin with a path', { Origin: `${app.url}/` }],
  ['an origin that is none', { Origin: 'desk' }],
  ['another site, by fetch metadata', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }],
  ['metadata nobody knows', { 'Sec-Fetch-Site': 'friendly' }],
  ['two that contradict', { 'Sec-Fetch-Site': 'cross-site', Origin: app.url }],
]
const COUNT = 13

const unsafe = routes.filter(({ method }) => method === 'POST')
const sockets = [paths.chat.socketBase, paths.workbench.socketBase, paths.probe.socket]
const name = ({ method, path }: Route) => `${method} ${path}`
const placeOf = (path: string) =>
  path.replace(':id', vera.conversation).replace(':client_id', vera.clientId)

describe('from elsewhere nothing is done', () => {
  test.each(unsafe.map((route) => [name(route), route] as const))('%s', async (_, route) => {
    const before = await restingDigest(app)
    expect(elsewhere()).toHaveLength(COUNT)
    for (const [where, from] of elsewhere()) {
      const form = formOf(route.path)
      const answer = await app.ask('POST', placeOf(route.path), { cookie, from, form })
      expect(answer.status, where).toBe(403)
      expect(answer.text, where).toContain('Cross-site request blocked')
      expect(answer.headers.getSetCookie(), where).toEqual([])
    }
    expect(digest(app)).toEqual(before)
  })

  test('whatever the body says it is', async () => {
    const before = await restingDigest(app)
    const body = JSON.stringify({ text: 'Hello', client_id: 'from-elsewhere' })
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x', ''])
      for (const [where, from] of elsewhere()) {
        const asked = { cookie, from, body, headers: { 'Content-Type': type } }
        const { status } = await app.ask('POST', paths.chat.messages, asked)
        expect(status, `${where}, ${type}`).toBe(403)
      }
    expect(digest(app)).toEqual(before)
  })

  test('nor by a method that no form has', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      for (const [where, from] of elsewhere()) {
        const { status } = await app.ask(method, paths.chat.messages, { cookie, from })
        expect(status, `${method}, ${where}`).toBe(403)
      }
  })

  test.each(sockets)('%s is not opened', async (path) => {
    for (const [where, from] of elsewhere()) {
      const headers = Object.entries(from).map(([key, value]) => `${key}: ${value}`)
      const bytes = upgrade(app, path, `Cookie: ${cookie}`, ...headers)
      const heard = await speak(app.port, bytes, { enough: hasHead })
      expect(statusOf(heard), where).toBe(403)
    }
    const both = ['Sec-Fetch-Site: same-origin', 'Origin: https://evil.example']
    const bytes = upgrade(app, path, `Cookie: ${cookie}`, ...both)
    expect(statusOf(await speak(app.port, bytes, { enough: hasHead }))).toBe(403)
  })
})

describe('from the desk itself', () => {
  const own = (): Record<string, string>[] => [
    { 'Sec-Fetch-Site': 'same-origin' },
    { Origin: app.url },
    { 'Sec-Fetch-Site': 'same-origin', Origin: app.url },
  ]

  test.each(unsafe.map((route) => [name(route), route] as const))(
    '%s is heard',
    async (_, route) => {
      for (const from of own()) {
        const form = formOf(route.path)
        const answer = await app.ask('POST', placeOf(route.path), { from, form })
        expect(answer.text).not.toContain('Cross-site request blocked')
      }
    },
  )

  test.each(sockets)('%s is opened', async (path) => {
    for (const from of own()) {
      const headers = Object.entries(from).map(([key, value]) => `${key}: ${value}`)
      const bytes = upgrade(app, path, `Cookie: ${cookie}`, ...headers)
      expect(statusOf(await speak(app.port, bytes, { enough: hasHead }))).toBe(101)
    }
  })
})

test('a desk that was told no address of its own takes the one it is asked by', async () => {
  const plain = await openApp({ BASE_URL: '' })
  const form = { text: 'Hello', client_id: 'own-address-1' }
  const host = { Origin: plain.url }
  expect((await plain.ask('POST', paths.chat.page, { from: host, form })).status).toBe(303)
  const written = [
    ['desk.example:80', 'http://desk.example', 303],
    ['desk.example:443', 'https://desk.example', 303],
    ['DESK.Example', 'https://desk.example', 303],
    ['desk.example:8080', 'http://desk.example:8080', 303],
    ['desk.example:80', 'https://desk.example', 403],
    ['desk.example:443', 'http://desk.example', 403],
    ['desk.example', 'http://desk.example:8080', 403],
    ['desk.example', 'chrome-extension://desk.example', 403],
    ['desk.example#.evil.example', 'http://desk.example', 403],
  ] as const
  for (const [index, [Host, Origin, status]] of written.entries()) {
    const asked = { from: { Host, Origin }, form: { ...form, client_id: `by-its-host-${index}` } }
    expect((await plain.ask('POST', paths.chat.page, asked)).status, `${Host} ${Origin}`).toBe(
      status,
    )
  }
  for (const [where, from] of elsewhere()) {
    const { status } = await plain.ask('POST', paths.chat.page, { from, form })
    expect(status, where).toBe(403)
  }
  await plain.close()
})

test('no page is read by another origin, and no other origin is offered a request', async () => {
  for (const { method, path } of routes) {
    const from = { Origin: 'https://evil.example', 'Access-Control-Request-Method': method }
    const answer = await app.ask('OPTIONS', placeOf(path), { from })
    // Under the office nobody is told what there is who may not come in.
    expect(answer.status).toBe(isOffice(path) ? 401 : 405)
    for (const header of ['Origin', 'Methods', 'Headers', 'Credentials'])
      expect(answer.headers.has(`Access-Control-Allow-${header}`)).toBe(false)
  }
})
