import { afterAll, describe, expect, test } from 'bun:test'
import { connect } from 'node:net'
import { parseFrame } from '../../src/live/said'
import { SocketPipe, socketHandler } from '../../src/live/socket'
import { until } from '../support/desk'

const said: unknown[] = []
const pipes: SocketPipe[] = []
const server = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch(request, self) {
    const pipe = new SocketPipe({
      typing: () => said.push('typing'),
      seen: (upTo) => said.push(upTo),
    })
    pipes.push(pipe)
    return self.upgrade(request, { data: pipe }) ? undefined : new Response('', { status: 426 })
  },
  websocket: socketHandler,
})
afterAll(() => server.stop(true))

/** A page's end of a socket, with all it heard. */
const openSocket = async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/`)
  const heard: string[] = []
  let code = 0
  socket.onmessage = ({ data }) => heard.push(String(data))
  socket.onclose = (event) => {
    code = event.code
  }
  await until(() => heard.length > 0)
  const pipe = pipes.at(-1)
  if (!pipe) throw new Error('no pipe')
  return { socket, heard, pipe, code: () => code }
}

/** A bare connection that became a socket, and answers nothing by itself. */
const upgraded = () => {
  const bare = connect(Number(server.port), '127.0.0.1')
  bare.on('error', () => {})
  bare.write(
    'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  return bare
}

describe('a frame from a page', () => {
  test('is one of five', () => {
    expect(parseFrame('{"type":"paused"}')).toEqual({ type: 'paused' })
    expect(parseFrame('{"type":"typing"}')).toEqual({ type: 'typing' })
    expect(parseFrame('{"type":"ping"}')).toEqual({ type: 'ping' })
    expect(parseFrame('{"type":"seen","upTo":12}')).toEqual({ type: 'seen', upTo: 12 })
    const present = { type: 'present', page: 'hidden' } as const
    expect(parseFrame(JSON.stringify(present))).toEqual(present)
  })

  const refused = [
    ...['hello', '', '{', 'null', '[]', '123', '"x"', 'true', '[{"type":"ping"}]'],
    ...['{"event":"base"}', '{"type":"__proto__"}', '{"type":123}', '{"type":{}}', '{"type":null}'],
    ...['{"type":"typing","by":"agent"}', '{"type":"send","from_type":"agent","agent_id":1}'],
    ...['{"type":"seen"}', '{"type":"seen","upTo":"1"}', '{"type":"seen","upTo":0}'],
    ...['{"type":"seen","upTo":1.5}', '{"type":"seen","upTo":1e400}', '{"type":"seen","upTo":-1}'],
    ...['{"type":"seen","upTo":1,"conversation":"other"}', '{"type":"ping","__proto__":{}}'],
    ...['{"type":"present"}', '{"type":"present","page":"gone"}', '{"type":"present","page":1}'],
    ...['{"type":"present","page":"open","upTo":1}', '{"type":"ping","page":"open"}'],
  ]
  test.each(refused)('is refused otherwise: %s', (text) => {
    expect(parseFrame(text)).toBeNull()
  })

  test('is answered with one fixed sentence when it is bad, and the socket stays', async () => {
    const { socket, heard } = await openSocket()
    for (const text of ['hello', '{"event":"base"}', '{"type":"__proto__"}']) socket.send(text)
    socket.send(new Uint8Array([1, 2, 3]))
    socket.send('{"type":"ping"}')
    await until(() => heard.length === 6)
    expect(heard.slice(1, 5)).toEqual(Array(4).fill('{"error":"bad_frame"}'))
    expect(heard[5]).toBe('{"hb":0}')
    socket.close()
  })

  test('closes the socket at the tenth bad one in a row', async () => {
    const { socket, heard, code } = await openSocket()
    for (let n = 0; n < 9; n++) socket.send('x')
    socket.send('{"type":"typing"}')
    for (let n = 0; n < 10; n++) socket.send('x')
    await until(code)
    expect(code()).toBe(4400)
    expect(heard.filter((text) => text.includes('bad_frame'))).toHaveLength(18)
    expect(said).toContain('typing')
  })

  test('of more than 64 kB ends the socket', async () => {
    const { socket, code } = await openSocket()
    socket.send('x'.repeat(65 * 1024))
    await until(code)
    expect([1006, 1009]).toContain(code())
  })
})

describe('a socket', () => {
  test('carries frames in order and the beat', async () => {
    const { socket, heard, pipe } = await openSocket()
    await pipe.push([
      { html: '<p>1</p>', seq: 1 },
      { html: '<p>2</p>', seq: 2 },
    ])
    pipe.tell('hb', 2)
    pipe.tell('degraded')
    await until(() => heard.length === 5)
    expect(heard.slice(1)).toEqual(['<p>1</p>', '<p>2</p>', '{"hb":2}', '{"news":"degraded"}'])
    socket.close()
  })

  test('hears whether anybody is there: a pong of a program, a word of a page', async () => {
    const { socket, heard, pipe } = await openSocket()
    let answers = 0
    const pages: string[] = []
    pipe.onSpoke = () => {
      answers++
    }
    pipe.onPage = (page) => pages.push(page)
    pipe.tell('hb', 1)
    await until(() => answers === 1)
    socket.send('{"type":"present","page":"open"}')
    await until(() => answers === 2)
    // A browser answers pings also for a page that it has frozen: from now on only words count.
    pipe.tell('hb', 2)
    pipe.pong()
    socket.send('{"type":"ping"}')
    await until(() => heard.length === 4)
    expect([answers, pages]).toEqual([3, ['open']])
    for (const text of ['x', '{"type":"present","page":"gone"}']) socket.send(text)
    await until(() => heard.length === 6)
    expect(answers).toBe(3)
    socket.close()
  })

  test('that takes every heartbeat and answers none says nothing', async () => {
    const before = pipes.length
    const dead = upgraded()
    const pipe = await until(() => pipes[before])
    let answers = 0
    pipe.onSpoke = () => {
      answers++
    }
    let bytes = 0
    dead.on('data', (part) => {
      bytes += part.length
    })
    for (let n = 0; n < 5; n++) pipe.tell('hb', n)
    await until(() => bytes > 5 * 8)
    expect(answers).toBe(0)
    dead.destroy()
  })

  test.each([
    ['renew', 1012],
    ['drain', 1012],
    ['slow', 1013],
    ['signedOut', 4401],
    ['forbidden', 4403],
  ] as const)('that ends for %s is closed with %d', async (why, code) => {
    const open = await openSocket()
    open.pipe.end(why)
    await until(open.code)
    expect(open.code()).toBe(code)
  })

  test('waits for a slow reader, and what piles up for a dead one stays bounded', async () => {
    const before = pipes.length
    const dead = upgraded()
    dead.pause()
    const pipe = await until(() => pipes[before])
    const frames = Array.from({ length: 200 }, (_, n) => ({ html: 'x'.repeat(64_000), seq: n }))
    const pushed = pipe.push(frames)
    expect(pushed).toBeInstanceOf(Promise)
    expect(pipe.full).toBe(true)
    let got = 0
    dead.on('data', (bytes) => {
      got += bytes.length
    })
    dead.resume()
    await pushed
    await until(() => got > 200 * 64_000)
    expect(pipe.full).toBe(false)
    dead.destroy()
  })
})
