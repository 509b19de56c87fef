import { accepts } from 'hono/accepts'
import { LRUCache } from 'lru-cache'
import { type Language, languages } from '../../../views/words/language'
import type { Ask } from '../context'

/** One of ours, by its code. */
export const known = (language: string | undefined): Language | undefined =>
  languages.find((each) => each === language)

const FALLBACK = 'en'

/** Browsers send a few dozen characters; a header made to be long would only take time. */
const ACCEPT_CHARS = 1_000

/** Most browsers send one of a few, with every request. */
const seen = new LRUCache<string, Language>({ max: 500 })

/** What the browser would rather read, of what there is. */
export const accepted = (c: Ask): Language => {
  const header = c.req.header('Accept-Language')
  if (header === undefined || header.length > ACCEPT_CHARS) return FALLBACK
  const before = seen.get(header)
  if (before) return before
  const language = bestFor(c)
  seen.set(header, language)
  return language
}

const bestFor = (c: Ask): Language => {
  const choice = accepts(c, {
    header: 'Accept-Language',
    supports: [...languages],
    default: FALLBACK,
    match: preferred,
  })
  return known(choice) ?? FALLBACK
}

type Range = { type: string; q: number }

/**
 * The language of ours with the highest quality, the first of equal ones (RFC 9110, 12.5.4). A
 * range counts for its language, whatever script or country it adds: who asks for `zh-TW` or
 * `zh-Hant` reads our simplified Chinese rather than English. `*` stands for what was not named.
 */
const preferred = (ranges: readonly Range[]): Language => {
  const given = ranges.map(({ type, q }) => ({
    language: type.toLowerCase().split('-')[0],
    q: Number.isFinite(q) ? q : 0,
  }))
  const named = new Set(given.map(({ language }) => language))
  const other = languages.find((each) => !named.has(each))
  const best = given
    .map(({ language, q }) => ({ language: language === '*' ? other : known(language), q }))
    .filter(({ language, q }) => language !== undefined && q > 0)
    .toSorted((one, two) => two.q - one.q)[0]
  return best?.language ?? FALLBACK
}
