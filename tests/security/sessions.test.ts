import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { changeAgent } from '../../src/commands/agents/change'
import { forceFactor } from '../../src/commands/factors/force'
import { hashToken, newToken } from '../../src/commands/tokens'
import { paths } from '../../views/paths'
import { waitFor } from '../support/programs'
import {
  type App,
  type Hired,
  hire,
  openApp,
  openDepartment,
  session,
  type Visit,
  visit,
} from './app'
import { faults, whileBroken } from './faults'
import { openSocket, openStream } from './live'

const { workbench } = paths
let app: App
let vera: Visit

beforeAll(async () => {
  app = await openApp()
  await openDepartment(app, 'sales')
  vera = await visit(app, {
    name: 'Vera',
    text: 'For support alone',
    department: 'support',
  })
})
afterAll(() => app.close())

const HOUR = 3_600_000
const page = async (cookie: string) => (await app.ask('GET', workbench.page, { cookie })).status

/** A page of an agent's, live in both ways with a conversation open. */
const watch = async ({ cookie }: Pick<Hired, 'cookie'>) => {
  const stream = await openStream(app.url, workbench.feed(vera.conversation, 0), { cookie })
  const socket = await openSocket(app.url, workbench.socket(vera.conversation, 0), cookie)
  await waitFor('both to show it', () =>
    [stream.text, socket.heard.join('')].every((text) => text.includes('id="room-head"')),
  )
  return { stream, socket }
}

/** What Vera says now must reach nobody who no longer may see it. */
const sayMore = (text: string) =>
  app.ask('POST', paths.chat.messages, {
    cookie: vera.cookie,
    form: { text, client_id: `more-${text}` },
  })

describe('what is live ends with the right to it, within five seconds', () => {
  const within = 6_500

  const ends: [how: string, code: number, end: (agent: Hired) => Promise<unknown>][] = [
    ['signing out', 4401, ({ cookie }) => app.ask('POST', paths.session.signOut, { cookie })],
    ['signing out all sessions', 4401, ({ id }) => app.store.accounts.closeSessionsOf(id)],
    ['a disabled account', 4401, ({ id }) => app.store.accounts.disable(id, Date.now())],
    [
      'another department',
      1012,
      async ({ id }) => {
        const moved = await changeAgent(app.desk, id, { departments: ['sales'] })
        if (isProblem(moved)) throw new Error(moved.reason)
      },
    ],
  ]

  test('each way of losing it', async () => {
    const agents = await Promise.all(ends.map((_, n) => hire(app, `Agent${n}`)))
    const lost = ends.map(async ([how, code, end], n) => {
      const agent = agents[n]
      if (!agent) throw new Error('no agent')
      const { stream, socket } = await watch(agent)
      await end(agent)
      const began = performance.now()
      const ended = await Promise.race([
        Promise.all([stream.ended, socket.closed]),
        Bun.sleep(within).then(() => null),
      ])
      expect(performance.now() - began, how).toBeLessThan(within)
      expect(ended?.[1], how).toBe(code)
      expect(stream.text, how).toMatch(
        code === 4401 ? /event: end\ndata: signedOut/ : /event: renew/,
      )
      const { status } = await app.ask('GET', workbench.feed(vera.conversation, 0), {
        cookie: agent.cookie,
        accept: 'json',
      })
      expect(status, how).toBe(code === 4401 ? 401 : 404)
      return { stream, socket, how }
    })
    const over = await Promise.all(lost)
    await sayMore('afterwards')
    await Bun.sleep(100)
    for (const { stream, socket, how } of over)
      expect(`${stream.text}${socket.heard.join('')}`, how).not.toContain('afterwards')
  }, 10_000)

  test('a role that asks for a second factor, in a session without one', async () => {
    const sue = await hire(app, 'Sue', { role: 'supervisor' })
    const { stream, socket } = await watch(sue)
    await forceFactor(app.desk, 'supervisor', { second_factor: 'required' })
    const ended = await Promise.race([
      Promise.all([stream.ended, socket.closed]),
      Bun.sleep(within).then(() => null),
    ])
    expect(ended?.[1]).toBe(4401)
    expect(await page(sue.cookie)).toBe(303)
    await sayMore('confined')
    await Bun.sleep(100)
    expect(`${stream.text}${socket.heard.join('')}`).not.toContain('confined')
    await forceFactor(app.desk, 'supervisor', { second_factor: 'optional' })
    expect(await page(sue.cookie)).toBe(200)
  }, 10_000)

  test('signing out of one browser leaves the other one alone', async () => {
    const eva = await hire(app, 'Eva')
    const other = await session(app.desk, eva.id)
    const here = await watch({ cookie: other })
    await app.ask('POST', paths.session.signOut, { cookie: eva.cookie })
    await sayMore('still-here')
    await waitFor('what comes next', () => here.stream.text.includes('still-here'))
    expect(await page(other)).toBe(200)
    expect(await page(eva.cookie)).toBe(303)
    here.stream.leave()
    here.socket.socket.close()
  })
})

test('a fault behind a socket is lost, and the socket and all others stay', async () => {
  const { cookie } = await visit(app)
  const path = paths.chat.socket(0)
  const [one, other] = [
    await openSocket(app.url, path, cookie),
    await openSocket(app.url, path, vera.cookie),
  ]
  await waitFor('its transcript', () => one.heard.join('').includes('data-seq="2"'))
  await whileBroken(app, faults[500], async () => {
    one.say('{"type":"seen","upTo":2}')
    await waitFor('the fault', () => app.lines.some((line) => line.includes('was not heard')))
  })
  for (const { say, heard, socket } of [one, other]) {
    const before = heard.length
    say('{"type":"ping"}')
    await waitFor('an answer', () => heard.length > before)
    expect(heard.join('')).not.toContain('SQLITE')
    socket.close()
  }
  expect(app.lines.filter((line) => line.includes('was not heard'))).toHaveLength(1)
})

describe('a session', () => {
  test('has its hours', async () => {
    const { id } = await hire(app, 'Ida')
    const now = Date.now()
    const opened = async (idle: number, expires: number) => {
      const token = newToken()
      const times = { at: now - HOUR, idle, expires }
      await app.store.accounts.openSession(hashToken(token), id, times)
      return `bellhop-session=${token}`
    }
    expect(await page(await opened(now + HOUR, now + HOUR))).toBe(200)
    expect(await page(await opened(now - 1, now + HOUR))).toBe(303)
    // However much it is used, it ends.
    const long = await opened(now + HOUR, now + 2 * HOUR)
    expect(await page(long)).toBe(200)
    const hash = hashToken(long.replace('bellhop-session=', ''))
    await app.store.accounts.touchSession(hash, now + 9 * HOUR)
    expect(await app.store.accounts.session(hash, now + 2 * HOUR - 1)).toBeDefined()
    expect(await app.store.accounts.session(hash, now + 2 * HOUR)).toBeUndefined()
  })

  test('is in the store as a hash alone, and in no log', async () => {
    const eve = await hire(app, 'Eve')
    const token = eve.cookie.split('=')[1] ?? ''
    await page(eve.cookie)
    const file = await Bun.file(`${app.config.dataDir}/bellhop.db`).text()
    const log = await Bun.file(`${app.config.dataDir}/bellhop.db-wal`)
      .text()
      .catch(() => '')
    for (const secret of [token, vera.cookie.split('=')[1] ?? ''])
      expect(`${file}${log}${app.lines.join('')}`).not.toContain(secret)
  })

  test('of a disabled account is worth nothing, nor is its password', async () => {
    const dan = await hire(app, 'Dan')
    await app.store.accounts.disable(dan.id, Date.now())
    expect(await page(dan.cookie)).toBe(303)
    const form = { email: dan.email, password: 'a long and honest sentence' }
    const answer = await app.ask('POST', paths.session.signIn, { form })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('E-mail and password do not match')
  })
})
