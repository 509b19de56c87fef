import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { routes } from '../../../src/web/routes'
import { paths } from '../../../views/paths'
import { openTestClock } from '../../support/clock'
import { openTestDesk } from '../../support/desk'
import { type App, newClientId, openApp, type Visit, visit } from '../app'
import type { Asked } from '../ask'
import { breaches } from '../policy'
import { answerIn, hasHead, lines, speak, statusOf } from '../raw'
import { digest, restingDigest } from '../rows'
import { faultsIn } from './pages'

let app: App
let vera: Visit

beforeAll(async () => {
  app = await openApp()
  vera = await visit(app, { name: 'Vera' })
})
afterAll(async () => {
  expect(faultsIn(app.lines)).toEqual([])
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  await app.close()
})

const send = (asked: Asked) =>
  app.ask('POST', paths.chat.messages, { cookie: vera.cookie, accept: 'json', ...asked })
const sendJson = (body: string, type = 'application/json') =>
  send({ body, headers: { 'Content-Type': type } })
const host = () => `Host: 127.0.0.1:${app.port}`

describe('a body', () => {
  const odd: [body: string, status: number][] = [
    ['{"text":"x","client_id":"json-0001","__proto__":{"polluted":1}}', 422],
    ['{"text":"x","client_id":"json-0001","constructor":{"prototype":{"polluted":1}}}', 422],
    ['{"text":"x","client_id":"json-0001","toString":"x"}', 422],
    ...['', '{', 'null', '[]', '5', '"x"', '[{"text":"x"}]', '{"text":"x"}{}', "{'text':'x'}"].map(
      (body) => [body, 400] as [string, number],
    ),
    ...['{"$gt":""}', '["json-0001"]', 'true', '1e309', 'null', '7', '""', '"1 or 1=1"'].map(
      (id) => [`{"text":"x","client_id":${id}}`, 422] as [string, number],
    ),
    ...[
      '"desk-00001"',
      '"short"',
      '"ｊson-0001"',
      '"json 0001"',
      '"json-0001\\n"',
      '"a/../b-0001"',
    ].map((id) => [`{"text":"x","client_id":${id}}`, 422] as [string, number]),
    ...['{"a":1}', '["x"]', 'true', '1', 'null', '{"isEscaped":true}'].map(
      (text) => [`{"text":${text},"client_id":"json-0001"}`, 422] as [string, number],
    ),
    ['['.repeat(100_000), 400],
    [`{"text":${'['.repeat(50_000)}${']'.repeat(50_000)},"client_id":"json-0001"}`, 422],
    ['['.repeat(1_000_000), 413],
  ]
  test.each(odd)('is answered: %.60s', async (body, status) => {
    const before = await restingDigest(app)
    const began = performance.now()
    expect((await sendJson(body)).status).toBe(status)
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(digest(app)).toEqual(before)
  })

  const types = [
    ...[
      'application/xml',
      'text/plain',
      'application/octet-stream',
      'application/json; charset=utf-7',
    ],
    ...['application/json;charset="utf-16"', 'application/x-www-form-urlencoded; charset=latin1'],
    ...['application/jsonx', 'json', '', ';', 'multipart/mixed; boundary=x'],
  ]
  test.each(types)('of the type %j is none the desk reads', async (type) => {
    expect((await sendJson('{"text":"x","client_id":"json-0002"}', type)).status).toBe(415)
  })

  const parts = (count: number) =>
    `${Array.from({ length: count }, (_, n) => `--x\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\n1\r\n`).join('')}--x--\r\n`
  test('of many parts, or of none', async () => {
    const type = 'multipart/form-data; boundary=x'
    for (const [body, status] of [
      [parts(61), 413],
      [parts(12_000), 413],
      [parts(3), 422],
      ['--x--', 422],
      ['', 400],
    ] as const)
      expect((await sendJson(body, type)).status).toBe(status)
    expect((await sendJson(parts(1), 'multipart/form-data')).status).toBe(400)
    const file = new FormData()
    file.set('text', new File(['x'], '../../etc/passwd'))
    file.set('client_id', newClientId())
    expect((await send({ body: file })).status).toBe(422)
  })

  test('whose length is not known before is still bounded', async () => {
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`
    for (const type of ['application/json', 'multipart/form-data; boundary=x']) {
      const head = [host(), 'Sec-Fetch-Site: same-origin', `Content-Type: ${type}`]
      const start = lines('POST /chat HTTP/1.1', ...head, 'Transfer-Encoding: chunked')
      const whole = `${start}${chunk.repeat(8)}0\r\n\r\n`
      expect(statusOf(await speak(app.port, whole, { enough: hasHead }))).toBe(413)
    }
  })

  test.each([1_100_000, 9_000_000, 10 ** 12])(
    'of %d bytes is answered as everything is, and nobody waits for it',
    async (length) => {
      const head = [host(), 'Sec-Fetch-Site: same-origin', 'Content-Type: application/json']
      const start = lines('POST /chat HTTP/1.1', ...head, `Content-Length: ${length}`)
      const heard = await speak(app.port, `${start}{"text":"${'x'.repeat(5_000)}`)
      const answer = answerIn(heard)
      expect([answer.status, heard.closed]).toEqual([413, true])
      expect(answer.text).toContain('Too long')
      expect(breaches(answer, app)).toEqual([])
    },
  )

  test('that comes a byte at a time is cut off after half a minute', async () => {
    const testClock = openTestClock()
    const slow = await openTestDesk({ clock: testClock.clock })
    const body = new ReadableStream({
      start: (bytes) => bytes.enqueue(new TextEncoder().encode('{"text":')),
    })
    const answer = slow.request('/chat', {
      method: 'POST',
      headers: {
        ...{ Host: 'desk.test', Origin: 'http://desk.test' },
        ...{ 'Content-Type': 'application/json' },
      },
      body,
    })
    await Bun.sleep(20)
    await testClock.pass(29_000)
    expect(await Promise.race([answer, Bun.sleep(20).then(() => 'waits')])).toBe('waits')
    await testClock.pass(2_000)
    const { status, headers } = await answer
    expect([status, headers.get('Connection')]).toEqual([408, 'close'])
    await slow.close()
  })

  const unread = [
    ...['GET /chat', 'HEAD /chat', 'GET /up', 'GET /static/nothing.js', 'GET /nowhere'],
    ...['POST /nowhere', 'PUT /chat', 'DELETE /chat/messages', 'GET /workbench', 'POST /office'],
  ]
  test.each(unread)('that nobody reads holds no connection open: %s', async (start) => {
    for (const how of ['Content-Length: 100', 'Transfer-Encoding: chunked']) {
      const head = lines(`${start} HTTP/1.1`, host(), 'Sec-Fetch-Site: same-origin', how)
      const heard = await speak(app.port, `${head}5\r\n{"a":`)
      expect(statusOf(heard), how).toBeGreaterThanOrEqual(200)
      expect(heard.closed, how).toBe(true)
    }
    const whole = lines(`${start} HTTP/1.1`, host(), 'Sec-Fetch-Site: same-origin')
    expect((await speak(app.port, whole, { within: 100 })).closed).toBe(false)
  })

  const formless = routes.filter(({ method, form }) => method === 'POST' && form === undefined)
  test('for a verb without a form is bounded as every other', async () => {
    const testClock = openTestClock()
    const slow = await openTestDesk({ clock: testClock.clock })
    const { path = '' } = formless.find(({ permission }) => permission === 'visitor') ?? {}
    const from = { Host: 'desk.test', Origin: 'http://desk.test' }
    const question = new URLSearchParams({ text: 'Hello?', client_id: newClientId() })
    const begun = await slow.request(paths.chat.page, {
      method: 'POST',
      headers: from,
      body: question,
    })
    const cookie = begun.headers.getSetCookie().map((one) => one.split(';')[0])
    const ask = (body: BodyInit, more: Record<string, string> = {}) =>
      slow.request(path, {
        method: 'POST',
        headers: { ...from, Cookie: cookie.join('; '), ...more },
        body,
      })
    const answer = ask(new ReadableStream({ start: (bytes) => bytes.enqueue(Buffer.from('a=')) }), {
      'Transfer-Encoding': 'chunked',
    })
    await Bun.sleep(20)
    await testClock.pass(31_000)
    const { status, headers } = await answer
    expect([status, headers.get('Connection')]).toEqual([408, 'close'])
    const length = { 'Content-Length': '200000' }
    expect((await ask('x'.repeat(200_000), length)).status).toBe(413)
    // One that is there already leaves the connection as it was.
    const short = await ask('seq=5', { 'Content-Length': '5' })
    expect(short.headers.get('Connection')).toBeNull()
    await slow.close()
  })

  test('that is cut off is no fault of the desk', async () => {
    for (const how of ['Transfer-Encoding: chunked', 'Content-Length: 100']) {
      const head = [host(), 'Sec-Fetch-Site: same-origin', 'Content-Type: application/json', how]
      await speak(app.port, `${lines('POST /chat HTTP/1.1', ...head)}5\r\n{"a":`, { within: 50 })
    }
    await Bun.sleep(50)
    expect(faultsIn(app.lines)).toEqual([])
  })

  test('with a field too long to be told is told in short', async () => {
    const { text } = await send({ form: { ['x'.repeat(50_000)]: '1' } })
    expect(text.length).toBeLessThan(500)
  })
})
