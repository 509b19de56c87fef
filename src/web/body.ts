import { bytes, isTooLarge, type Timer } from './body/bytes'
import type { Ask } from './context'
import { Unreadable } from './unreadable'

const BODY_FIELDS = 60
/** The fields of what was ticked in a list, and how many of them there may be. */
const MANY: ReadonlySet<string> = new Set(['id', 'tags', 'departments', 'permissions'])
const BODY_IDS = 1_000

/**
 * The fields of a form or a flat JSON object, as untrusted values. Text is made well-formed here,
 * once for every surface: what is no character becomes U+FFFD.
 * Throws `Unreadable` for the wrong type, size or syntax, and for one that comes too slowly.
 */
export const fields = async (c: Ask, clock: Timer): Promise<Record<string, unknown>> => {
  const input = c.get('input') ?? (await readFields(c, clock))
  // Not every body can be read a second time.
  c.set('input', input)
  return input
}

/** A form that cannot be read has nothing to keep, and the rest of it is not waited for. */
export const fieldsIfAny = (c: Ask, clock: Timer): Promise<Record<string, unknown>> =>
  fields(c, clock).catch((fault: unknown) => {
    if (!(fault instanceof Unreadable)) throw fault
    if (fault.status === 408 || fault.status === 413) c.header('Connection', 'close')
    return {}
  })

const readFields = async (c: Ask, clock: Timer): Promise<Record<string, unknown>> => {
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
  const ticked = list.filter(([name]) => MANY.has(name))
  if (list.length - ticked.length > BODY_FIELDS || ticked.length > BODY_IDS)
    throw new Unreadable(413, 'too many fields')
  // What is sent several times is its last, but for boxes that were ticked in a list.
  const several = [...Map.groupBy(ticked, ([name]) => name)].filter(([, all]) => all.length > 1)
  const lists = several.map(([name, all]) => [name, all.map(([, value]) => value)] as const)
  return { ...Object.fromEntries(list), ...Object.fromEntries(lists) }
}

const wellFormed = (values: Record<string, unknown>): Record<string, unknown> => {
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' && !value.isWellFormed()) values[name] = value.toWellFormed()
  return values
}

/** What was typed, to show it again after a refusal. */
export const typed = (input: Record<string, unknown>, name: string): string =>
  typeof input[name] === 'string' ? input[name] : ''
