import type { Stream } from './stream'

type Hear = {
  frame: (text: string) => void
  /** Bytes of a frame on the wire, its head included. */
  bytes?: (count: number) => void
  closed?: () => void
}

/** Opens a page's socket as a browser does; rejects when it is not let in. */
export const openSocket = (port: number, path: string, cookie: string, hear: Hear) =>
  new Promise<Stream>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    } as unknown as string[])
    let ended = false
    const end = () => {
      ended = true
      socket.close()
    }
    socket.onopen = () => resolve({ end })
    socket.onmessage = ({ data }) => {
      const text = String(data)
      hear.bytes?.(wireBytes(text))
      hear.frame(text)
    }
    socket.onclose = ({ code }) => {
      reject(new Error(`no socket at ${path}: ${code}`))
      if (!ended) hear.closed?.()
    }
  })

/** A frame of a server has a head of 2, 4 or 10 bytes (RFC 6455, 5.2). */
const wireBytes = (text: string): number => {
  const bytes = Buffer.byteLength(text)
  return bytes + (bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10)
}

/** Finds every conversation that has a row in a piece of HTML. */
export const rowsIn = (html: string, found: (conversation: string) => void) => {
  for (const [, id = ''] of html.matchAll(/["#]c-([0-9a-f-]{36})"/g)) found(id)
}
