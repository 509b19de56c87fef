import { search } from '../support/leaks'
import type { Answer } from './ask'

/** What came back on a connection of bytes alone, and whether the other side closed it. */
export type Heard = { text: string; closed: boolean }

/**
 * Writes bytes no client would write and listens for `within` ms, or until the other side closes
 * or `enough` is content.
 */
export const speak = async (
  port: number,
  bytes: string | Uint8Array,
  { within = 1_000, enough }: { within?: number; enough?: (text: string) => boolean } = {},
): Promise<Heard> => {
  let text = ''
  let closed = false
  let done = () => {}
  const ended = new Promise<void>((resolve) => {
    done = resolve
  })
  const socket = await Bun.connect({
    hostname: '127.0.0.1',
    port,
    socket: {
      data: (_, data) => {
        text += data.toString('latin1')
        if (!String(bytes).includes('session=')) search('a raw answer', text)
        if (enough?.(text)) done()
      },
      close: () => {
        closed = true
        done()
      },
      error: () => done(),
    },
  })
  socket.write(bytes)
  await Promise.race([ended, Bun.sleep(within)])
  const heard = { text, closed }
  socket.end()
  return heard
}

/** A request line and its headers, exactly as written. */
export const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n\r\n`

/** The status of the first answer; 0 when there was none. */
export const statusOf = ({ text }: Pick<Heard, 'text'>): number =>
  Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)

/** The first answer among what was heard; its body as far as it came. */
export const answerIn = ({ text }: Heard): Answer => {
  const end = text.indexOf('\r\n\r\n')
  const head = end < 0 ? text : text.slice(0, end)
  const pairs = head
    .split('\r\n')
    .slice(1)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
  const headers = new Headers(pairs.filter(([name]) => name) as [string, string][])
  return { status: statusOf({ text }), headers, text: end < 0 ? '' : text.slice(end + 4) }
}

/** What a browser says to turn a request into a socket. */
export const upgrade = (app: { port: number }, path: string, ...more: string[]): string =>
  lines(
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${app.port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...more,
  )

/** Whether the whole head of an answer has come. */
export const hasHead = (text: string): boolean => text.includes('\r\n\r\n')

/** Asks for something that stays open and holds it; a client of pages has not as many at once. */
export const hold = async (port: number, bytes: string) => {
  let text = ''
  const { promise, resolve } = Promise.withResolvers<void>()
  const socket = await Bun.connect({
    hostname: '127.0.0.1',
    port,
    socket: {
      data: (_, data) => {
        text += data.toString('latin1')
        if (hasHead(text)) resolve()
      },
      close: () => resolve(),
    },
  })
  socket.write(bytes)
  await promise
  return { status: statusOf({ text }), leave: () => socket.end() }
}
