import { afterAll, beforeAll, expect, test } from 'bun:test'
import { createECDH, randomBytes } from 'node:crypto'
import { type Clock, systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { senderOver } from '../../src/push/send'
import type { Push } from '../../src/store/ports/profiles'
import { openTestDesk, type TestDesk } from '../support/desk'

/** The clock's waiting, a hundred times as fast. */
const quick: Clock = { ...systemClock, after: (ms, then) => systemClock.after(ms / 100, then) }
const KEPT_SECRET = 'only-this-browser-has-it'

let desk: TestDesk
let answer: () => Promise<Response> | Response
const service = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => answer() })
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(async () => {
  await service.stop(true)
  await desk.close()
})

const pair = createECDH('prime256v1')
pair.generateKeys()
const push: Push = {
  ...{ id: 'one', account: 'ana', session: 'hers', language: 'en' },
  endpoint: `http://127.0.0.1:${service.port}/${KEPT_SECRET}`,
  ...{ p256dh: pair.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') },
}
const message = { about: 'lamp', title: 'A message', body: 'Open it', url: '/', always: true }
const never = () => new Promise<never>(() => {})

/** What is left of a browser after one push, and what was logged. */
const pushed = async (
  endpoint = push.endpoint,
  reaches: () => boolean | Promise<boolean> = () => true,
) => {
  const { profiles } = desk.desk.store
  await profiles.subscribe({ ...push, endpoint })
  const lines: string[] = []
  const log = openLog('debug', (line) => lines.push(line))
  const { baseUrl } = desk.config
  const send = senderOver({ ...desk.desk, clock: quick, log, baseUrl, reaches })
  const startedMs = performance.now()
  await send({ ...push, endpoint }, message)
  const left = await profiles.subscribers()
  await profiles.unsubscribe(push.id)
  return { left, lines: lines.join('\n'), tookMs: performance.now() - startedMs }
}

test.each([404, 410])(
  'a browser that its service knows no more (%p) is forgotten',
  async (status) => {
    answer = () => new Response(null, { status })
    expect((await pushed()).left).toEqual([])
  },
)

test.each([201, 301, 400, 403, 413, 429, 500])(
  'one of which it only says %p for now stays',
  async (status) => {
    answer = () => new Response('no', { status, headers: { Location: 'http://127.0.0.1:1/' } })
    const { left, lines } = await pushed()
    expect(left).toEqual(['ana'])
    expect(lines).not.toContain(KEPT_SECRET)
    expect(lines.includes(`${status}`)).toBe(status >= 300)
  },
)

test('a service that never answers, or never ends what it says, is waited for so long and no longer', async () => {
  answer = never
  const hanging = await pushed()
  expect(hanging.left).toEqual(['ana'])
  expect(hanging.lines).toContain('TimeoutError')
  answer = () => new Response(new ReadableStream({ pull: never }), { status: 201 })
  expect((await pushed()).left).toEqual(['ana'])
})

test('so is one whose name nobody resolves', async () => {
  const lost = await pushed(push.endpoint, never)
  expect(lost.left).toEqual(['ana'])
  expect(lost.lines).toContain('TimeoutError')
  expect(lost.tookMs).toBeLessThan(5_000)
})

test('a fault of the way there tells no address', async () => {
  const { lines } = await pushed(`http://127.0.0.1:1/${KEPT_SECRET}`)
  expect(lines).toContain('could not be sent')
  expect(lines).not.toContain(KEPT_SECRET)
})
