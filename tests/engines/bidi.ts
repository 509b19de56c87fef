import { z } from 'zod'

/** One call's answer, or something that happened. */
const Frame = z.object({
  id: z.number().nullish(),
  type: z.string(),
  method: z.string().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
  result: z.unknown().optional(),
  params: z.unknown().optional(),
})
type Frame = z.infer<typeof Frame>

/** How long one call may take, ms. */
const CALL_MS = 20_000

/** A connection to a browser that speaks WebDriver BiDi: https://w3c.github.io/webdriver-bidi/. */
export type Bidi = {
  /** Rejects with what the browser says against it. */
  call(method: string, params?: object): Promise<unknown>
  close(): void
}

/** `heard` is told everything that happens, with its parameters. */
export const connectBidi = async (
  url: string,
  heard: (method: string, params: unknown) => void,
): Promise<Bidi> => {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const waiting = new Map<number, (frame: Frame) => void>()
  socket.onmessage = ({ data }) => {
    const frame = Frame.parse(JSON.parse(String(data)))
    if (frame.type === 'event') heard(frame.method ?? '', frame.params)
    else waiting.get(frame.id ?? 0)?.(frame)
  }
  let calls = 0
  return {
    async call(method, params = {}) {
      const id = ++calls
      const { promise, resolve, reject } = Promise.withResolvers<Frame>()
      waiting.set(id, resolve)
      const late = setTimeout(() => reject(new Error(`${method} is not answered`)), CALL_MS)
      socket.send(JSON.stringify({ id, method, params }))
      const frame = await promise.finally(() => {
        clearTimeout(late)
        waiting.delete(id)
      })
      if (frame.type === 'success') return frame.result
      throw new Error(`${method}: ${frame.error}: ${frame.message}`)
    },
    close: () => socket.close(),
  }
}
