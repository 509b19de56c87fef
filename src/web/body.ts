import type { Clock } from '../clock'
import type { Ask } from './context'

/** Larger than any honest form: 4,000 emoji take 48 kB as a form. */
const BODY_BYTES = 128 * 1024
const BODY_FIELDS = 50
/** How long a body may take, ms: whoever sends it a byte at a time holds nothing open for longer. */
const BODY_MS = 30_000

type UnreadableStatus = 400 | 408 | 413 | 415

/** A refusal of the form itself, before anything is read from it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly status: UnreadableStatus
  constructor(status: UnreadableStatus, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * The fields of a form or a flat JSON object, as untrusted values. Text is made well-formed here,
 * once for every surface: what is no character becomes U+FFFD.
 * Throws `Unreadable` for the wrong type, size or syntax, and for one that comes too slowly.
 */
export const fields = async (c: Ask, clock: Timer): Promise<Record<string, unknown>> => {
  if (isTooLarge(c)) throw new Unreadable(413, 'too large')
  const [type = '', ...parameters] = (c.req.header('Content-Type') ?? '').toLowerCase().split(';')
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='))
  if (charset && charset.replaceAll('"', '') !== 'charset=utf-8')
    throw new Unreadable(415, 'text must be UTF-8')
  if (type.trim() === 'application/json') return wellFormed(parseJson(await text(c, clock)))
  if (type.trim() === 'application/x-www-form-urlencoded')
    return wellFormed(entries(new URLSearchParams(await text(c, clock)).entries()))
  if (type.trim() === 'multipart/form-data') return wellFormed(entries(await multipart(c, clock)))
  throw new Unreadable(415, 'send a form or JSON')
}

type Timer = Pick<Clock, 'after'>

/** Whether a body says itself that it is more than is read of any. */
export const isTooLarge = (c: Ask): boolean =>
  Number(c.req.header('Content-Length') ?? 0) > BODY_BYTES

/** The whole body. Who hangs up in the middle of it is no fault of the desk's. */
const bytes = async (c: Ask, clock: Timer): Promise<ArrayBuffer | Uint8Array<ArrayBuffer>> => {
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

const decoder = new TextDecoder()
const text = async (c: Ask, clock: Timer) => decoder.decode(await bytes(c, clock))

const parseJson = (body: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Answered below, like everything else that is no object.
  }
  throw new Unreadable(400, 'not a JSON object')
}

const multipart = async (c: Ask, clock: Timer): Promise<Iterable<[string, unknown]>> => {
  const body = new Response(await bytes(c, clock), {
    headers: { 'Content-Type': c.req.header('Content-Type') ?? '' },
  })
  try {
    return (await body.formData()).entries()
  } catch {
    throw new Unreadable(400, 'not a form')
  }
}

const entries = (pairs: Iterable<[string, unknown]>): Record<string, unknown> => {
  const list = [...pairs]
  if (list.length > BODY_FIELDS) throw new Unreadable(413, 'too many fields')
  return Object.fromEntries(list)
}

const wellFormed = (values: Record<string, unknown>): Record<string, unknown> => {
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' && !value.isWellFormed()) values[name] = value.toWellFormed()
  return values
}

/** What was typed, to show it again after a refusal. */
export const typed = (input: Record<string, unknown>, name: string): string =>
  typeof input[name] === 'string' ? input[name] : ''
