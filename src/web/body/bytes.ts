import type { Clock } from '../../clock'
import type { Ask } from '../context'
import { Unreadable } from '../unreadable'

/** Larger than any honest form: 4,000 emoji take 48 kB as a form. */
const BODY_BYTES = 128 * 1024
/** How long a body may take, ms: whoever sends it a byte at a time holds nothing open for longer. */
const BODY_MS = 30_000

/** By what a body is timed. */
export type Timer = Pick<Clock, 'after'>

/** Whether a body says itself that it is more than is read of any. */
export const isTooLarge = (c: Ask): boolean =>
  Number(c.req.header('Content-Length') ?? 0) > BODY_BYTES

/** Whether the request says that something comes after its head. */
const hasBody = ({ headers }: Request): boolean =>
  Number(headers.get('Content-Length') ?? 0) > 0 || headers.has('Transfer-Encoding')

/** Whether nobody has read a body: what of it is still to come holds the connection open. */
export const isLeftUnread = ({ req: { raw } }: Ask): boolean => !raw.bodyUsed && hasBody(raw)

/** Reads a body that nobody wants, within the limits of every other: the connection is used again. */
export const skipBody = async (c: Ask, clock: Timer): Promise<void> => {
  if (!hasBody(c.req.raw)) return
  if (isTooLarge(c)) throw new Unreadable(413, 'too large')
  await bytes(c, clock)
}

/** The whole body. Who hangs up in the middle of it is no fault of the desk's. */
export const bytes = async (
  c: Ask,
  clock: Timer,
): Promise<ArrayBuffer | Uint8Array<ArrayBuffer>> => {
  const late = Promise.withResolvers<never>()
  const stop = clock.after(BODY_MS, () => late.reject(new Unreadable(408, 'too slow')))
  try {
    return await Promise.race([whole(c), late.promise])
  } finally {
    stop()
  }
}

/** One that says how long it is comes in one piece; of another nobody knows where it ends. */
const whole = async (c: Ask) => {
  try {
    return c.req.header('Content-Length') === undefined
      ? await upToLimit(c.req.raw.body)
      : await c.req.arrayBuffer()
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : new Unreadable(400, 'the request was cut off')
  }
}

const upToLimit = async (body: ReadableStream<Uint8Array> | null) => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.byteLength
    if (length > BODY_BYTES) throw new Unreadable(413, 'too large')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
