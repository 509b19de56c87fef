import { afterAll, beforeAll, expect, test } from 'bun:test'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { openChance } from '../support/chance'
import { type App, type Hired, hire, openApp, setReady, type Visit, visit } from './app'
import type { Asked } from './ask'
import { formOf, MISSING } from './cases'
import { openGarbage } from './garbage'
import { openSocket } from './live'
import { breaches } from './policy'
import { answerIn, hasHead, lines, speak } from './raw'
import { digest } from './rows'

/** The same attack again: FUZZ_SEED=… ; a longer one: FUZZ_ROUNDS=… */
const seed = Number(process.env.FUZZ_SEED ?? Bun.nanoseconds() % 2 ** 31)
const rounds = Number(process.env.FUZZ_ROUNDS ?? 1)
/** However many are asked for, each part ends within this, in milliseconds. */
const BOUND = 5_000 * rounds

const chance = openChance(seed)
const garbage = openGarbage(chance)
const told = `FUZZ_SEED=${seed}`
const ownKeys = Reflect.ownKeys(Object.prototype)
const unhandled: unknown[] = []
const hear = (problem: unknown) => unhandled.push(problem)

let app: App
let ana: Hired
let vera: Visit

beforeAll(async () => {
  process.on('unhandledRejection', hear)
  app = await openApp()
  ana = await hire(app, 'Ana', { role: 'admin' })
  vera = await visit(app, { name: 'Vera' })
  await setReady(app, ana)
})
afterAll(async () => {
  process.off('unhandledRejection', hear)
  await app.close()
})

/** The statuses a desk that is well may answer with: nothing of 500 and above. */
const known = [200, 201, 204, 303, 304, 400, 401, 403, 404, 405, 409, 413, 415, 422, 426, 429, 431]

/** Does something so many times, in small crowds, until it is enough or time is up. */
const storm = async (count: number, once: () => Promise<void>) => {
  const end = performance.now() + BOUND
  let done = 0
  while (done < count * rounds && performance.now() < end) {
    await Promise.all(Array.from({ length: 20 }, once))
    done += 20
  }
  return done
}

const inUrl = () => encodeURIComponent(garbage.text().toWellFormed())
const cookies = () =>
  garbage.pick([
    '',
    vera.cookie,
    ana.cookie,
    `${vera.cookie}; ${ana.cookie}`,
    `zone=${inUrl()}; ${vera.cookie}`,
    `language=${inUrl()}; theme=x; ${ana.cookie}`,
  ])
const headerText = () =>
  garbage
    .text()
    .replaceAll(/[^\x20-\x7e]/g, '')
    .slice(0, 500)
const id = () => garbage.pick([vera.conversation, MISSING, inUrl().slice(0, 300)])

const bodyFor = (path: string): Partial<Asked> => {
  const honest = formOf(path)
  switch (chance.below(5)) {
    case 0:
      return { form: { ...honest, ...Object.fromEntries(garbage.fields()) } }
    case 1:
      return { json: { ...honest, [garbage.name()]: garbage.value() } }
    case 2:
      return { body: garbage.json(), headers: { 'Content-Type': 'application/json' } }
    case 3:
      return { body: new Uint8Array(garbage.bytes(200)), headers: { 'Content-Type': headerText() } }
    default: {
      const form = new FormData()
      for (const [name, value] of garbage.fields()) form.append(name, value)
      if (chance.happens(0.3)) form.append(garbage.name(), new Blob([garbage.text()]), 'a.png')
      return { body: form }
    }
  }
}

test(
  `any request gets an answer, and no fault (${told})`,
  async () => {
    const open = routes.filter(({ path }) => path !== paths.session.signOut)
    const statuses = new Map<number, number>()
    const count = await storm(2_000, async () => {
      const route = garbage.pick(open)
      const query = chance.happens(0.4)
        ? `?${garbage.pick(['after', 'before', 'view', 'lang', 'conversation', 'new', 'token', 'next'])}=${inUrl().slice(0, 800)}`
        : ''
      const path = route.path
        .replace(':id', id().replaceAll('%', '%25'))
        .replace(':file', headerText().replaceAll(/[^\w.]/g, '') || 'x')
      const method = chance.happens(0.9)
        ? route.method
        : garbage.pick(['GET', 'POST', 'HEAD', 'PUT'])
      const isRead = method === 'GET' || method === 'HEAD'
      const { headers, ...rest } = isRead ? {} : bodyFor(route.path)
      const more = garbage.pick([
        'Last-Event-ID',
        'Accept-Language',
        'Referer',
        'If-None-Match',
        'X-Forwarded-For',
      ])
      const answer = await app.ask(method, `${path}${query}`, {
        ...rest,
        cookie: cookies(),
        accept: garbage.pick(['page', 'fragment', 'json']),
        headers: { ...headers, [more]: headerText() },
      })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      expect(known, `${told} ${method} ${path}${query}: ${answer.status}`).toContain(answer.status)
      // What is too large for the server to read at all is refused by itself, without a word.
      const bare =
        answer.headers.get('Connection') === 'close' && [413, 431].includes(answer.status)
      if (bare) expect(answer.text).toBe('')
      else expect(breaches(answer, app), `${told} ${method} ${path}${query}`).toEqual([])
    })
    expect(count).toBeGreaterThanOrEqual(200)
    // It got past the first look often enough to mean something.
    expect([...statuses.keys()].length).toBeGreaterThan(8)
  },
  3 * BOUND,
)

test(
  `any bytes on a connection get an answer or its end (${told})`,
  async () => {
    await storm(400, async () => {
      const head = [
        `${garbage.pick(['GET', 'POST', 'HEAD', headerText()])} ${garbage.pick(['/', paths.chat.page, paths.chat.feed(0), `/${headerText()}`, headerText()])} ${garbage.pick(['HTTP/1.1', 'HTTP/1.0', 'HTTP/9', ''])}`,
        garbage.pick([`Host: 127.0.0.1:${app.port}`, `Host: ${headerText()}`, '']),
        `Cookie: ${garbage.pick([vera.cookie, headerText()])}`,
        'Connection: close',
        `${garbage.pick(['Last-Event-ID', 'Content-Length', 'Transfer-Encoding', 'Upgrade', 'X-Any'])}: ${garbage.text()}`,
      ]
      const bytes = Buffer.from(`${lines(...head)}${garbage.text()}`, 'latin1')
      const heard = await speak(app.port, bytes, { within: 60, enough: hasHead })
      const { status } = answerIn(heard)
      expect([0, 505, ...known], `${told} ${JSON.stringify(head)}`).toContain(status)
    })
  },
  3 * BOUND,
)

test(
  `any frame on a socket gets one of its answers or its end (${told})`,
  async () => {
    // Whatever was done to the others before: Ana may keep a visitor out.
    const vito = await visit(app, { name: 'Vito' })
    const own = [paths.chat.socket(0), paths.workbench.socket(vito.conversation, 0)]
    let frames = 0
    await storm(20, async () => {
      const { socket, heard, say } = await openSocket(
        app.url,
        garbage.pick(own),
        `${vito.cookie}; ${ana.cookie}`,
      )
      for (let n = 0; n < 60 && socket.readyState === WebSocket.OPEN; n += 1) {
        frames += 1
        const honest = garbage.pick([
          '{"type":"ping"}',
          '{"type":"typing"}',
          '{"type":"seen","upTo":1}',
        ])
        const odd = chance.happens(0.2) ? new Uint8Array(garbage.bytes(20)) : garbage.json()
        say(chance.happens(0.3) ? honest : odd)
        if (n % 8 === 7) await Bun.sleep(0)
      }
      await Bun.sleep(20)
      socket.close()
      const answers = heard.filter((one) => one.startsWith('{'))
      for (const one of answers)
        expect(one, told).toMatch(/^\{"(hb":\d+|error":"bad_frame"|news":"\w+")\}$/)
    })
    expect(frames).toBeGreaterThan(200)
  },
  3 * BOUND,
)

test('and afterwards the desk is as it was', async () => {
  expect(unhandled, told).toEqual([])
  expect(
    app.lines.filter((line) => line.includes('"level":"error"')),
    told,
  ).toEqual([])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  expect(Reflect.ownKeys(Object.prototype)).toEqual(ownKeys)
  expect((await app.ask('GET', paths.ready)).status).toBe(200)
  const zoe = await visit(app)
  const page = await app.ask('GET', paths.chat.page, { cookie: zoe.cookie })
  expect(page.text).toContain('Good morning')
  for (const parts of Object.values(digest(app))) expect(parts).not.toBe('')
})
