import { parseAccept } from 'hono/utils/accept'
import { LRUCache } from 'lru-cache'

/** Browsers send a few dozen characters; a header made to be long would only take time. */
const ACCEPT_CHARS = 500

/**
 * Whether somebody would rather have it compressed with gzip, by the qualities they give (RFC 9110,
 * 12.5.3): `q=0` is a no, `*` stands for what was not named, and plain stays plain for who prefers it.
 */
export const takesGzip = (header: string | null | undefined): boolean => {
  if (!header || header.length > ACCEPT_CHARS) return false
  const known = seen.get(header)
  if (known !== undefined) return known
  const takes = prefersGzip(header)
  seen.set(header, takes)
  return takes
}

/** Most browsers send one of a few, with every request. */
const seen = new LRUCache<string, boolean>({ max: 500 })

const prefersGzip = (header: string): boolean => {
  const given = new Map(parseAccept(header).map(({ type, q }) => [type.toLowerCase(), q]))
  const gzip = given.get('gzip') ?? given.get('x-gzip') ?? given.get('*') ?? 0
  return gzip > 0 && gzip >= (given.get('identity') ?? 0)
}
