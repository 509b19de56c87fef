import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { ConversationRow } from '../../actors/summary'
import { find } from '../../src/commands/conversations/access'
import { end } from '../../src/commands/conversations/end'
import { rate } from '../../src/commands/conversations/rate'
import { reopen } from '../../src/commands/conversations/reopen'
import { say } from '../../src/commands/conversations/say'
import { seen } from '../../src/commands/conversations/seen'
import { typing } from '../../src/commands/conversations/typing'
import { may } from '../../src/policies/may'
import { allows } from '../../src/policies/permissions'
import type { Route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { until } from '../support/desk'
import {
  type App,
  type Hired,
  hire,
  openApp,
  openDepartment,
  setReady,
  type Visit,
  visit,
} from './app'
import type { Answer, Asked } from './ask'
import { formOf, MISSING, reads } from './cases'
import { openStream } from './live'
import { hasHead, speak, statusOf, upgrade } from './raw'
import { overruled, refusals } from './refusals'
import { digest, restingDigest, withoutAudit } from './rows'

const { workbench, chat } = paths
let app: App
let ana: Hired
let amir: Hired
let bea: Hired
let sina: Hired
let sven: Hired
let olga: Hired
let otto: Hired
let vera: Visit
let vito: Visit

/**
 * Ana holds what Vera asked in support; Bea and Sven are of sales and know nothing of it. Sina
 * supervises support; Olga and Otto see everything.
 */
beforeAll(async () => {
  app = await openApp()
  await openDepartment(app, 'sales')
  ana = await hire(app, 'Ana')
  amir = await hire(app, 'Amir')
  bea = await hire(app, 'Bea', { departments: ['sales'] })
  sina = await hire(app, 'Sina', { role: 'supervisor' })
  sven = await hire(app, 'Sven', { departments: ['sales'], role: 'supervisor' })
  olga = await hire(app, 'Olga', { departments: ['sales'], role: 'admin' })
  otto = await hire(app, 'Otto', { departments: ['sales'], role: 'owner' })
  vera = await visit(app, {
    name: 'Vera',
    text: 'For support alone',
    department: 'support',
  })
  vito = await visit(app, { name: 'Vito', text: 'For sales alone', department: 'sales' })
  for (const { cookie } of [ana, amir, bea, sina, sven, olga, otto])
    await app.ask('GET', workbench.page, { cookie })
  await setReady(app, ana)
  await app.ask('POST', workbench.claim(vera.conversation), { cookie: ana.cookie })
  const note = { cookie: ana.cookie, form: formOf(workbench.notes(':id')) }
  expect((await app.ask('POST', workbench.notes(vera.conversation), note)).status).toBe(303)
})
afterAll(() => app.close())

const aboutOne = routes.filter(
  ({ asks, path }) => asks !== undefined && path.startsWith(workbench.page),
)
const place = ({ path }: Route, id: string) =>
  path.replace(':id', id).replace(':macro', 'one').replace(':client_id', vera.clientId)
const verb = ({ method, path }: Route) => `${method} ${path.split('/').at(-1)}`
const fill = (route: Route): Asked => {
  const headers = { 'Accept-Encoding': 'identity' } // Else lengths differ with each nonce.
  if (route.path === workbench.transfer(':id')) return { headers, form: { to: 'department:sales' } }
  const takes = route.method === 'POST' && reads(route)
  return { headers, ...(takes ? { form: formOf(route.path) } : {}) }
}

/** What staff who do not hold a conversation are answered about it. */
const answerTo = (staff: Hired, row: ConversationRow, route: Route): number => {
  const person = { kind: 'staff', ...staff } as const
  if (!may.watch(person, row)) return 404
  if (route.path.endsWith('/reveal')) return allows(person, 'privacy.reveal') ? 200 : 403
  if (route.path.includes(':client_id')) return route.method === 'GET' ? 200 : 403
  const asks = route.asks ?? 'watch'
  const allowed = asks === 'work' || may[asks](person, { ...row, answered: true }, Date.now())
  if (!allowed) return refusals[asks] ?? 0
  return route.method === 'GET' ? 200 : asks === 'note' ? 201 : 204
}

/** What of an answer is the same for everybody who asks the same. */
const plain = ({ status, headers, text }: Answer, id: string) => {
  const policy = headers.get('Content-Security-Policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
  const same = (part: string) =>
    part
      .replaceAll(nonce, 'NONCE')
      .replaceAll(id, 'ID')
      .replaceAll(/"request_id":"[^"]+"/g, '')
  const names = [...headers].filter(([name]) => name !== 'date')
  return { status, headers: names.map(([name, value]) => [name, same(value)]), text: same(text) }
}

describe('a conversation of somebody else', () => {
  test.each(aboutOne.map((route) => [verb(route), route] as const))('%s', async (_, route) => {
    const before = await restingDigest(app)
    const row = await app.store.conversations.row(vera.conversation)
    if (!row) throw new Error('no conversation')
    const ask = (cookie: string, id: string, accept: Asked['accept'] = 'json') =>
      app.ask(route.method, place(route, id), { ...fill(route), cookie, accept })

    for (const person of [amir, bea, sina, sven, olga, otto]) {
      if (overruled.has(route.asks) && [sina, olga, otto].includes(person)) continue
      const { status } = await ask(person.cookie, vera.conversation)
      expect(status, `${person.name}, ${person.role}`).toBe(answerTo(person, row, route))
    }
    for (const accept of ['page', 'fragment', 'json'] as const) {
      const foreign = await ask(bea.cookie, vera.conversation, accept)
      const missing = await ask(bea.cookie, MISSING, accept)
      expect(foreign.status).toBe(404)
      // Not even its length tells that there is one.
      expect(plain(foreign, vera.conversation)).toEqual(plain(missing, MISSING))
    }
    const other = [MISSING, vera.conversation.toUpperCase(), '1', '%00']
    for (const id of [...other, `${vera.conversation}%20`])
      for (const person of [ana, olga]) {
        const { status } = await ask(person.cookie, id)
        expect(status, `${person.name} and ${id}`).toBe(404)
      }
    for (const cookie of [
      '',
      vera.cookie,
      vito.cookie,
      'session=x',
      vera.cookie.replace('visitor', 'session'),
    ])
      for (const id of [vera.conversation, MISSING])
        expect((await ask(cookie, id)).status, cookie).toBe(401)
    // What colleagues do beside the talk they do whoever holds it.
    if (!/^(?:note|tag|prioritize) |macros|visitor$/.test(`${route.asks} ${route.path}`))
      expect(withoutAudit(digest(app))).toEqual(withoutAudit(before))
  })

  test('is in no list, no feed and no socket of who may not know it', async () => {
    const shown = async (cookie: string) => {
      const lists = (['mine', 'line', 'closed'] as const).map((view) => workbench.list({ view }))
      const pages = await Promise.all(lists.map((path) => app.ask('GET', path, { cookie })))
      return pages.map(({ text }) => text).join('')
    }
    expect(await shown(ana.cookie)).toContain('For support alone')
    expect(await shown(bea.cookie)).toContain('For sales alone')
    expect(await shown(bea.cookie)).not.toMatch(/For support alone|Vera/)
    expect(await shown(olga.cookie)).toContain('For sales alone')
    const stream = await openStream(app.url, workbench.feed(null, 0), bea)
    const cookie = vera.cookie
    for (const text of ['For support once more', 'And again'])
      await app.ask('POST', chat.messages, { cookie, form: { ...formOf(chat.messages), text } })
    await app.ask('POST', chat.typing, { cookie })
    await Bun.sleep(400)
    expect(stream.text).toContain('id="inbox"')
    expect(stream.text).not.toMatch(/For support|And again|Vera/)
    stream.leave()
    const own = `Origin: ${app.url}`
    for (const [person, status] of [
      [bea, 404],
      [amir, 101],
    ] as const)
      for (const id of [vera.conversation, MISSING]) {
        const expected = id === MISSING ? 404 : status
        const feed = workbench.feed(id, 0)
        const { cookie } = person
        const heard = await app.ask('GET', feed, { cookie, accept: 'json' })
        expect(heard.status).toBe(expected === 101 ? 200 : expected)
        const bytes = upgrade(app, workbench.socket(id, 0), `Cookie: ${cookie}`, own)
        expect(statusOf(await speak(app.port, bytes, { enough: hasHead }))).toBe(expected)
      }
  })

  test('shows its own visitor all but what colleagues note in it', async () => {
    const { cookie } = vera
    for (const path of [chat.page, chat.earlier(1000), chat.tail(0), chat.feed(0)]) {
      const { status, text } = await app.ask('GET', path, { cookie })
      expect(status).toBe(200)
      expect(text).toContain('For support alone')
    }
    const stream = await openStream(app.url, chat.feed(0), { cookie })
    const note = { cookie: amir.cookie, form: formOf(workbench.notes(':id')) }
    expect((await app.ask('POST', workbench.notes(vera.conversation), note)).status).toBe(303)
    await app.ask('POST', chat.messages, {
      ...{ cookie, form: { ...formOf(chat.messages), text: 'After the note' } },
    })
    await until(() => stream.text.includes('After the note'))
    stream.leave()
  })

  test('is on no page of another visitor', async () => {
    for (const path of [
      chat.page,
      chat.earlier(1000),
      chat.tail(0),
      chat.feed(0),
      `${chat.page}?id=${vera.conversation}`,
    ]) {
      const { status, text } = await app.ask('GET', path, { cookie: vito.cookie })
      expect(status).toBe(200)
      expect(text).not.toMatch(/For support|Vera/)
    }
  })

  test('is not opened by a command either, should a page ever ask for it', async () => {
    const stranger = { kind: 'visitor', id: 'somebody' } as const
    const { conversation } = vera
    const words = formOf(chat.messages)
    const before = await restingDigest(app)
    const from = { address: '203.0.113.1' }
    const { desk } = app
    for (const outcome of [
      await find(desk, stranger, conversation),
      await say(desk, stranger, conversation, words, from),
      await end(desk, stranger, conversation),
      await rate(desk, stranger, conversation, { stars: 1 }),
      await reopen(desk, stranger, conversation),
      await seen(desk, stranger, conversation, 1),
      await typing(desk, stranger, conversation),
    ])
      expect(outcome).toMatchObject({ code: 'missing' })
    expect(digest(app)).toEqual(before)
  })

  test('changes nothing for its visitor when another one ends, rates or reopens', async () => {
    const before = (await app.store.conversations.find(vera.conversation))?.state
    for (const path of [chat.typing, chat.seen, chat.closure, chat.rating, chat.reopening])
      for (const cookie of ['', 'visitor=x', `visitor=${'y'.repeat(43)}`, ana.cookie]) {
        const form = { ...formOf(path), conversation: vera.conversation }
        const { status } = await app.ask('POST', path, { cookie, form, accept: 'json' })
        expect(status, path).toBe(404)
      }
    expect((await app.store.conversations.find(vera.conversation))?.state).toBe(before)
  })
})
