import { isStaff, search } from '../support/leaks'
import { open } from './ask'

/** A socket of a page, with all it heard and how it ended. */
export const openSocket = async (url: string, path: string, cookie: string) => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, {
    headers: { Cookie: cookie, Origin: url },
  } as unknown as string[])
  const heard: string[] = []
  const closed = new Promise<number>((resolve) => {
    socket.onclose = ({ code }) => resolve(code)
  })
  socket.onmessage = ({ data }) => {
    heard.push(String(data))
    // Whoever has both cookies is a visitor at the chat's addresses.
    if (!isStaff(cookie) || path.startsWith('/chat')) search(path, String(data))
  }
  await Promise.race([
    new Promise<void>((resolve) => {
      socket.onopen = () => resolve()
    }),
    closed.then((code) => {
      throw new Error(`the socket was closed with ${code}`)
    }),
  ])
  return {
    socket,
    heard,
    closed,
    say: (frame: string | Uint8Array) => socket.send(frame as string),
  }
}

/** A stream of a page; `text` is what came so far, `ended` settles when the desk ends it. */
export const openStream = async (
  url: string,
  path: string,
  asked: { cookie: string; headers?: Record<string, string> },
) => {
  const left = new AbortController()
  const response = await open(url, 'GET', path, { ...asked, signal: left.signal })
  const stream = { status: response.status, text: '', over: false }
  const reader = response.body?.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const ended = (async () => {
    try {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
        stream.text += decoder.decode(part.value, { stream: true })
    } catch (problem) {
      if (!left.signal.aborted) throw problem
    }
    stream.over = true
  })()
  return Object.assign(stream, { ended, leave: () => left.abort() })
}

/** The transcript's entries in what a page was sent, by seq. */
export const seqsIn = (text: string): number[] =>
  [...text.matchAll(/data-seq="(\d+)"/g)].map(([, seq]) => Number(seq))
