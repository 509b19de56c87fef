/** A stream that is open until it is ended. */
export type Stream = { end(): void }

type Asked = { port: number; path: string; cookie: string }

/**
 * Opens an event stream over a socket of its own: of requests by `fetch` only some hundreds may be under way.
 * `hear` gets what comes, as text; `over` is called when it has ended.
 */
export const openStream = (
  { port, path, cookie }: Asked,
  { hear, over }: { hear(text: string): void; over(): void },
): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const body = dechunked(hear)
    let head = ''
    let isOpen = false
    const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/event-stream\r\nCookie: ${cookie}\r\n\r\n`
    const connecting = Bun.connect({
      ...{ hostname: '127.0.0.1', port },
      socket: {
        open: (socket) => void socket.write(request),
        data: (socket, bytes) => {
          const text = bytes.toString('latin1')
          if (isOpen) return body(text)
          head += text
          const end = head.indexOf('\r\n\r\n')
          if (end < 0) return
          const [status = ''] = head.split('\r\n')
          if (!status.includes(' 200 ')) return void socket.end()
          isOpen = true
          resolve({ end: () => void socket.end() })
          body(head.slice(end + 4))
        },
        close: () => {
          if (isOpen) over()
          else reject(new Error(`No stream at ${path}: ${head.split('\r\n')[0]}`))
        },
        error: () => {},
      },
    })
    connecting.catch(reject)
  })

/** The bytes of a chunked body as they come. What is looked for in them is ASCII. */
const dechunked = (hear: (text: string) => void) => {
  let rest = ''
  return (text: string) => {
    rest += text
    for (;;) {
      const line = rest.indexOf('\r\n')
      if (line < 0) return
      const size = Number.parseInt(rest.slice(0, line), 16)
      const end = line + 2 + size
      if (rest.length < end + 2) return
      hear(rest.slice(line + 2, end))
      rest = rest.slice(end + 2)
    }
  }
}
