import { expect, test } from 'bun:test'
import { openBook } from './book'
import { openSocket, rowsIn } from './socket'
import { entriesIn, openStream } from './stream'

test('the book counts what is lost, doubled and out of order', async () => {
  const book = openBook(2)
  book.count(true)
  for (const id of ['one', 'two', 'three', 'four']) book.sent(id, performance.now())
  for (const id of ['one', 'two', 'three']) book.answered(id, true)
  book.answered('four', false)
  book.arrived(0, 'one', 1)
  book.arrived(1, 'two', 2)
  book.arrived(1, 'one', 1) // after the second
  book.arrived(0, 'one', 1) // again
  book.arrived(0, 'two', 2)
  book.arrived(0, 'three', 3) // one of two readers only
  const figures = book.figures(1)
  expect(figures.counts).toEqual({ lost: 1, duplicate: 1, outOfOrder: 1, refused: 1 })
  expect(figures).toMatchObject({ perSecond: 2, deliveriesPerSecond: 5, sent: 4 })
  expect(book.isComplete()).toBe(false)
  book.arrived(1, 'three', 3)
  await book.complete()
  expect(book.isComplete()).toBe(true)
})

test('before it counts, a message is in no figure but may still be lost', () => {
  const book = openBook(1)
  book.sent('early', performance.now())
  book.answered('early', true)
  book.count(true)
  expect(book.figures(1)).toMatchObject({ perSecond: 0, p99: 0, counts: { lost: 1 } })
})

test('entries are found in a piece of HTML, several in one event', () => {
  const found: [string, number][] = []
  const html = '<li id="e-m1-x" data-seq="12" class="entry">…</li><li id="e-m2" data-seq="13">'
  entriesIn(`id: 13\ndata: <hx-upsert>${html}`, (id, seq) => found.push([id, seq]))
  expect(found).toEqual([
    ['m1-x', 12],
    ['m2', 13],
  ])
})

test('a stream is read whole wherever it is cut', async () => {
  const events = ['id: 1\ndata: one', 'event: hb\ndata: ', 'id: 2\ndata: tw\ndata: o']
  const body = events.map((event) => `${event}\n\n`).join('')
  const chunks = [body.slice(0, 10), body.slice(10, 40), body.slice(40)]
  const wire = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks
    .map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`)
    .join('')}`
  for (const size of [1, 7, 1000]) {
    using server = Bun.listen({
      ...{ hostname: '127.0.0.1', port: 0 },
      socket: { data: (socket) => void sendIn(socket, wire, size) },
    })
    const heard: string[] = []
    const stream = await openStream(server.port, '/feed', '', { event: (one) => heard.push(one) })
    for (let wait = 0; wait < 400 && heard.length < events.length; wait += 1) await Bun.sleep(5)
    stream.end()
    expect(heard).toEqual(events)
  }
})

const sendIn = async (socket: Bun.Socket, wire: string, size: number) => {
  for (let from = 0; from < wire.length; from += size) {
    socket.write(wire.slice(from, from + size))
    socket.flush()
    if (size < 10) await Bun.sleep(0)
  }
}

test('what is no stream is told', async () => {
  using server = Bun.serve({ port: 0, fetch: () => new Response('no', { status: 404 }) })
  const opened = openStream(server.port ?? 0, '/feed', '', { event: () => {} })
  await expect(opened).rejects.toThrow('404')
})

test('rows are found in a piece of HTML, in a list and swapped alone', () => {
  const [one, two] = [Bun.randomUUIDv7(), Bun.randomUUIDv7()]
  const found: string[] = []
  const list = `<ul><li id="c-${one}" class="row"><a href="/workbench/conversations/${one}">`
  rowsIn(`${list}<hx-partial hx-target="#c-${two}"><li id="e-c-1">`, (id) => found.push(id))
  expect(found).toEqual([one, two])
})

test("a page's socket is read frame by frame, and every byte counted", async () => {
  let asked = ''
  const frames = ['{"hb":0}', 'é'.repeat(100), 'x'.repeat(70_000)]
  using server = Bun.serve({
    port: 0,
    fetch: (request, self) => {
      asked = request.headers.get('Cookie') ?? ''
      if (asked === '' || !self.upgrade(request)) return new Response('no', { status: 403 })
      return undefined
    },
    websocket: {
      open: (socket) => {
        for (const frame of frames) socket.send(frame)
        socket.close(1012)
      },
      message: () => {},
    },
  })
  const heard: string[] = []
  let [bytes, closed] = [0, 0]
  const frame = (text: string) => heard.push(text)
  await openSocket(server.port ?? 0, '/socket', 'session=one', {
    ...{ frame, bytes: (count) => (bytes += count), closed: () => (closed += 1) },
  })
  for (let wait = 0; wait < 400 && closed === 0; wait += 1) await Bun.sleep(5)
  expect(asked).toBe('session=one')
  expect(heard).toEqual(frames)
  expect({ bytes, closed }).toEqual({ bytes: 8 + 2 + 200 + 4 + 70_000 + 10, closed: 1 })
  const refused = openSocket(server.port ?? 0, '/socket', '', { frame })
  await expect(refused).rejects.toThrow('no socket at /socket')
})
