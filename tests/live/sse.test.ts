import { afterAll, describe, expect, test } from 'bun:test'
import type { Frame, Writer } from '../../src/live/pipe'
import { SsePipe, sseEvent } from '../../src/live/sse'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Reads events as the specification has it. */
const parse = (stream: string) =>
  stream
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const fields = block.split('\n').map((line) => /^(\w+): ?(.*)$/s.exec(line) ?? [])
      const of = (name: string) => fields.filter(([, field]) => field === name).map(([, , v]) => v)
      return {
        event: of('event')[0],
        id: of('id'),
        retry: of('retry'),
        data: of('data').join('\n'),
      }
    })

describe('an event', () => {
  const hostile = [
    'two\n\nbreaks',
    'a\rb\r\nc\nd',
    'id: 0',
    '\nid: 0\nretry: 1\nevent: end\ndata: x',
    '\r\rdata: other',
    '\u0000\ufeff\u2028\u2029',
    ':comment\n: again',
    'data: data: data:',
  ]
  test.each(hostile)('stays one whatever its text says: %j', (said) => {
    const events = parse(text(sseEvent({ id: 7, data: said })))
    expect(events).toHaveLength(1)
    expect(events[0]).toEqual({
      event: undefined,
      id: ['7'],
      retry: [],
      data: said.replace(/\r\n?/g, '\n'),
    })
  })

  test('names itself only when it has a name', () => {
    expect(text(sseEvent({ name: 'hb', retry: 1000, data: '' }))).toBe(
      'event: hb\nretry: 1000\ndata: \n\n',
    )
  })
})

describe('a stream', () => {
  const pipes: SsePipe[] = []
  const closed: number[] = []
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    idleTimeout: 30,
    fetch() {
      const pipe = new SsePipe()
      const nth = pipes.push(pipe)
      pipe.writer = { opened() {}, closed: () => closed.push(nth) } satisfies Writer
      return pipe.response({ 'X-Content-Type-Options': 'nosniff' })
    },
  })
  afterAll(() => server.stop(true))

  const open = async () => {
    const response = await fetch(server.url)
    const pipe = pipes.at(-1)
    if (!pipe || !response.body) throw new Error('no stream')
    return { response, pipe, reader: response.body.getReader() }
  }
  const frame = (html: string, seq: number | null): Frame => ({ html, seq })

  test('is not to be kept or held back, and speaks at once', async () => {
    const { response, reader } = await open()
    expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('X-Accel-Buffering')).toBe('no')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    const { value } = await reader.read()
    expect(text(value ?? new Uint8Array())).toBe('event: hb\nretry: 1000\ndata: \n\n')
    await reader.cancel()
  })

  test('has ids on the transcript alone', async () => {
    const { pipe, reader } = await open()
    await reader.read()
    await pipe.push([frame('<p>one</p>', 1), frame('<p>status</p>', null)])
    pipe.tell('hb', 1)
    let got = ''
    while (!got.includes('event: hb')) got += text((await reader.read()).value ?? new Uint8Array())
    expect(parse(got).map(({ event, id }) => [event, id])).toEqual([
      [undefined, ['1']],
      [undefined, []],
      ['hb', []],
    ])
    await reader.cancel()
  })

  test('says that its reader left, once', async () => {
    const { reader } = await open()
    const nth = pipes.length
    await reader.read()
    await reader.cancel()
    await Bun.sleep(50)
    pipes.at(-1)?.end('renew', 100)
    expect(closed.filter((each) => each === nth)).toEqual([nth])
  })

  test.each([
    ['renew', 'event: renew\nretry: 700\ndata: \n\n'],
    ['drain', 'event: drain\nretry: 700\ndata: \n\n'],
    ['signedOut', 'event: end\ndata: signedOut\n\n'],
    ['forbidden', 'event: end\ndata: forbidden\n\n'],
  ] as const)('that ends for %s says so last', async (why, last) => {
    const { pipe, reader } = await open()
    await reader.read()
    pipe.end(why, 700)
    pipe.end('slow', 1)
    await pipe.push([frame('late', 9)])
    let got = ''
    for (let more = await reader.read(); !more.done; more = await reader.read())
      got += text(more.value)
    expect(got).toBe(last)
  })
})
