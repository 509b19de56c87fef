import { getRequest } from './http'

/** One SSE stream on a bare socket. Events come as text, without the chunks' framing. */
export type Stream = { end(): void }

type Hear = {
  event: (text: string) => void
  /** Bytes on the wire, framing and head included. */
  bytes?: (count: number) => void
  closed?: () => void
}

/** Opens a stream; rejects when the answer is not a stream. */
export const openStream = (port: number, path: string, cookie: string, hear: Hear) =>
  new Promise<Stream>((resolve, reject) => {
    const body = dechunker(eventSplitter(hear.event))
    let head: string | null = ''
    const opened = Bun.connect({
      hostname: '127.0.0.1',
      port,
      socket: {
        open: (socket) => void socket.write(getRequest(port, path, cookie, 'text/event-stream')),
        data: (socket, bytes) => {
          hear.bytes?.(bytes.length)
          const text = bytes.toString('latin1')
          if (head === null) return body(text)
          head += text
          const end = head.indexOf('\r\n\r\n')
          if (end < 0) return
          const rest = head.slice(end + 4)
          if (/^HTTP\/1\.1 200/.test(head)) resolve({ end: () => void socket.end() })
          else reject(new Error(`no stream at ${path}: ${head.slice(0, end).split('\r\n')[0]}`))
          head = null
          body(rest)
        },
        close: () => {
          reject(new Error('closed before it opened'))
          hear.closed?.()
        },
        error: (_socket, problem) => reject(problem),
      },
    })
    opened.catch(reject)
  })

/** Takes the framing of `Transfer-Encoding: chunked` away, wherever packets were cut. */
const dechunker = (out: (text: string) => void) => {
  let text = ''
  let left = 0
  return (part: string) => {
    text = text === '' ? part : text + part
    while (text !== '') {
      if (left === 0) {
        const end = text.indexOf('\r\n')
        if (end < 0) return
        // Each chunk ends with a line break of its own, which stands before the next size.
        if (end > 0) left = Number.parseInt(text.slice(0, end), 16)
        text = text.slice(end + 2)
        continue
      }
      const taken = left < text.length ? text.slice(0, left) : text
      text = text.slice(taken.length)
      left -= taken.length
      out(taken)
    }
  }
}

const eventSplitter = (event: (text: string) => void) => {
  let text = ''
  return (part: string) => {
    text = text === '' ? part : text + part
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      event(text.slice(0, end))
      text = text.slice(end + 2)
    }
  }
}

/** Finds every entry in a piece of HTML: its client id and its seq. */
export const entriesIn = (html: string, found: (id: string, seq: number) => void) => {
  for (let at = html.indexOf('id="e-'); at >= 0; at = html.indexOf('id="e-', at)) {
    const end = html.indexOf('"', at + 6)
    const seq = html.indexOf('data-seq="', end)
    if (seq < 0) return
    found(html.slice(at + 6, end), Number.parseInt(html.slice(seq + 10, seq + 20), 10))
    at = seq
  }
}
