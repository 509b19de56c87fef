import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../../views/paths'
import { type Bellhop, startBellhop } from '../../support/program'
import { waitFor } from '../../support/programs'
import { type Asked, send } from '../ask'
import { openSocket, openStream, seqsIn } from '../live'
import { hasHead, speak, statusOf, upgrade } from '../raw'

const BAD = '{"error":"bad_frame"}'
let desk: Bellhop
let ends: number | null | undefined
const ask = (method: string, path: string, asked: Asked = {}) => send(desk.url, method, path, asked)

beforeAll(async () => {
  desk = await startBellhop({ env: { RATE_FACTOR: '100' } })
  desk.exited.then((code) => {
    ends = code
  })
  await desk.ready()
}, 30_000)
afterAll(async () => {
  expect(ends).toBeUndefined()
  expect((await ask('GET', paths.up)).status).toBe(200)
  expect(desk.stdout()).not.toMatch(/"level":"error"/)
  await desk.stop()
})

let written = 0
const visit = async (text = 'Hello') => {
  const form = { text, client_id: `live-visit-${++written}` }
  const answer = await ask('POST', paths.chat.page, { form, accept: 'json' })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { conversation } = JSON.parse(answer.text) as { conversation: string }
  const say = (more: string) =>
    ask('POST', paths.chat.messages, {
      cookie,
      form: { text: more, client_id: `live-said-${++written}` },
      accept: 'json',
    })
  return { cookie, conversation, say }
}
const socketOf = (cookie: string) => openSocket(desk.url, paths.chat.socket(0), cookie)
const streamOf = (cookie: string, headers: Record<string, string> = {}, after = 0) =>
  openStream(desk.url, paths.chat.feed(after), { cookie, headers })

describe('what a page says on its socket', () => {
  const frames = [
    ...['hello', '', '{', 'null', '[]', '123', '"x"', '\0', '{"type":'],
    ...['{"event":"base"}', '{"type":"nobody"}', '{"type":"__proto__"}', '{"type":123}'],
    ...['{"type":{}}', '{"conv":{}}', '{"type":"constructor"}', '{"type":"ping","x":1}'],
    '{"type":"send","from_type":"agent","agent_id":1,"text":"I am the desk"}',
    '{"type":"typing","by":"agent","name":"Ana"}',
    '{"type":"subscribe","conversation":"0199aaaa-0000-7000-8000-00000000dead"}',
    '{"type":"seen","upTo":1,"conversation":"0199aaaa-0000-7000-8000-00000000dead"}',
  ]
  test('is one of three things, and all else gets the same short answer', async () => {
    const vera = await visit()
    const { say, heard, socket } = await socketOf(vera.cookie)
    for (const [n, frame] of frames.entries()) {
      say(frame)
      if (n % 5 === 4) say('{"type":"ping"}')
      const wrong = () => heard.filter((one) => one === BAD).length
      await waitFor(frame, () => wrong() === n + 1)
    }
    expect(heard.filter((one) => one.startsWith('{"error"') && one !== BAD)).toEqual([])
    expect(socket.readyState).toBe(WebSocket.OPEN)
    expect(heard.join('')).not.toContain('I am the desk')
    socket.close()
  })

  test('ten in a row that are nothing end it', async () => {
    const vera = await visit()
    const { say, heard, closed } = await socketOf(vera.cookie)
    for (let n = 0; n < 10; n += 1) say(n % 2 ? 'x' : new Uint8Array([0xff, n]))
    expect(await closed).toBe(4400)
    expect(heard.filter((one) => one === BAD)).toHaveLength(9)
  })

  test('a frame too large ends it before it is taken', async () => {
    const vera = await visit()
    const large = await socketOf(vera.cookie)
    large.say('x'.repeat(65 * 1024))
    expect(await large.closed).toBe(1009)
    const head = upgrade(
      desk,
      paths.chat.socket(0),
      `Cookie: ${vera.cookie}`,
      `Origin: ${desk.url}`,
    )
    // A frame that announces 2^52 bytes, masked, and then brings three.
    const huge = [0x81, 0xff, 0, 0x10, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7]
    const heard = await speak(desk.port, Buffer.concat([Buffer.from(head), Buffer.from(huge)]))
    expect(heard.text).toContain('\x88\x1a\x03\xf1')
    expect(heard.closed).toBe(true)
  })

  test.each(['{"type":"ping"}', '{"type":"typing"}', '{"type":"seen","upTo":1}'])(
    'a flood of %s ends it, and the desk answers others meanwhile',
    async (frame) => {
      const vera = await visit()
      const { say, closed, heard } = await socketOf(vera.cookie)
      for (let n = 0; n < 5_000; n += 1) say(frame)
      const began = performance.now()
      expect((await ask('GET', paths.up)).status).toBe(200)
      expect(performance.now() - began).toBeLessThan(2_000)
      expect(await closed).toBe(4400)
      expect(heard.length).toBeLessThan(400)
    },
  )

  test('nobody opens what is not theirs', async () => {
    const vera = await visit()
    const own = `Origin: ${desk.url}`
    const tries: [path: string, cookie: string, status: number][] = [
      [paths.workbench.socketBase, vera.cookie, 401],
      [paths.workbench.socket(vera.conversation, 0), vera.cookie, 401],
      [paths.workbench.socketBase, vera.cookie.replace('visitor', 'session'), 401],
      [paths.chat.socket(0), '', 404],
      [paths.chat.socket(0), 'visitor=x', 404],
      [paths.chat.socket(0), `visitor=${'x'.repeat(43)}`, 404],
    ]
    for (const [path, cookie, status] of tries) {
      const bytes = upgrade(desk, path, `Cookie: ${cookie}`, own)
      expect(statusOf(await speak(desk.port, bytes, { enough: hasHead })), path).toBe(status)
    }
  })
})

describe('where a stream goes on', () => {
  test('from a cursor that makes no sense: everything, anew', async () => {
    const vera = await visit('The whole of it')
    const odd = [
      'abc',
      '-1',
      '9e99',
      '1-99999999',
      '9'.repeat(10_000),
      "' OR 1=1",
      '1;2',
      '\xb9',
      '999999',
    ]
    for (const cursor of odd) {
      const stream = await streamOf(vera.cookie, { 'Last-Event-ID': cursor })
      await waitFor(`the transcript after ${cursor}`, () => seqsIn(stream.text)[0] === 1)
      expect(stream.text).toMatch(/event: resync\ndata: \n\n[\s\S]*The whole of it/)
      stream.leave()
    }
  })

  test('a cursor of another conversation brings nothing of that one', async () => {
    const other = await visit('For other eyes')
    for (let n = 0; n < 5; n += 1) await other.say(`For other eyes ${n}`)
    const vera = await visit('Mine')
    const stream = await streamOf(vera.cookie, { 'Last-Event-ID': '6' })
    await waitFor('the transcript', () => seqsIn(stream.text)[0] === 1)
    expect(stream.text).toContain('Mine')
    expect(stream.text).not.toContain('For other eyes')
    stream.leave()
  })

  test('the header is newer than the address', async () => {
    const vera = await visit()
    for (let n = 2; n <= 8; n += 1) await vera.say(`Number ${n}`)
    const stream = await streamOf(vera.cookie, { 'Last-Event-ID': '6' }, 2)
    await waitFor('what comes next', () => seqsIn(stream.text).length >= 2)
    expect(seqsIn(stream.text)[0]).toBe(7)
    stream.leave()
  })

  test('of a chat that has ended: its end; of none: nothing', async () => {
    const vera = await visit()
    await ask('POST', paths.chat.closure, { cookie: vera.cookie })
    const stream = await streamOf(vera.cookie)
    await waitFor('its end', () => stream.text.includes('action="/chat/reopening"'))
    stream.leave()
    expect((await ask('GET', paths.chat.feed(0), { cookie: 'visitor=x' })).status).toBe(404)
  })

  test('a message is one event, whatever is in it', async () => {
    const vera = await visit()
    const stream = await streamOf(vera.cookie)
    await vera.say('a\n\nid: 0\nevent: end\nretry: 1\r\r\ndata: b\0\ufeff')
    await vera.say('after it')
    await waitFor('what comes after', () => stream.text.includes('after it'))
    const events = stream.text.split('\n\n')
    expect(events.filter((event) => /^(event: end|id: 0|retry: 1)$/m.test(event))).toEqual([])
    expect(events.filter((event) => event.includes('data: id: 0'))).toHaveLength(1)
    stream.leave()
  })
})
