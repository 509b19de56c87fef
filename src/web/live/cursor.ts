import type { Ask } from '../context'

/**
 * Where a feed goes on: `Last-Event-ID` before `?after=`. Null for one that makes no sense: the
 * transcript is sent anew.
 */
export const cursorOf = (c: Ask): number | null => {
  const given = c.req.header('Last-Event-ID') ?? c.req.query('after') ?? '0'
  return /^\d{1,15}$/.test(given) ? Number(given) : null
}

/** A seq in a query, to page from; undefined when there is none or it makes no sense. */
export const seqIn = (given: string | undefined): number | undefined =>
  given !== undefined && /^\d{1,15}$/.test(given) ? Number(given) : undefined
