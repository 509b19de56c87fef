import type { Ask } from './context'

/** Larger than any honest form: 4,000 emoji take 48 kB as a form. */
const BODY_BYTES = 128 * 1024
const BODY_FIELDS = 50

/** A refusal of the form itself, before anything is read from it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly status: 400 | 413 | 415
  constructor(status: 400 | 413 | 415, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * The fields of a form or a flat JSON object, as untrusted values. Text is made well-formed here,
 * once for every surface: what is no character becomes U+FFFD.
 * Throws `Unreadable` for the wrong type, size or syntax.
 */
export const fields = async (c: Ask): Promise<Record<string, unknown>> => {
  const length = Number(c.req.header('Content-Length') ?? 0)
  if (length > BODY_BYTES) throw new Unreadable(413, 'too large')
  const [type = '', ...parameters] = (c.req.header('Content-Type') ?? '').toLowerCase().split(';')
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='))
  if (charset && charset.replaceAll('"', '') !== 'charset=utf-8')
    throw new Unreadable(415, 'text must be UTF-8')
  if (type.trim() === 'application/json') return wellFormed(parseJson(await text(c)))
  if (type.trim() === 'application/x-www-form-urlencoded')
    return wellFormed(entries(new URLSearchParams(await text(c)).entries()))
  if (type.trim() === 'multipart/form-data') return wellFormed(entries(await multipart(c)))
  throw new Unreadable(415, 'send a form or JSON')
}

/** The whole body. Who hangs up in the middle of it is no fault of the desk's. */
const bytes = async (c: Ask) => {
  const body = await c.req.arrayBuffer().catch(() => {
    throw new Unreadable(400, 'the request was cut off')
  })
  if (body.byteLength > BODY_BYTES) throw new Unreadable(413, 'too large')
  return body
}

const decoder = new TextDecoder()
const text = async (c: Ask) => decoder.decode(await bytes(c))

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

const multipart = async (c: Ask): Promise<Iterable<[string, unknown]>> => {
  const body = new Response(await bytes(c), {
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
