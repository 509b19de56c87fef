import { accepts } from 'hono/accepts'
import { getCookie } from 'hono/cookie'
import { LRUCache } from 'lru-cache'
import type { PageContext, Theme } from '../../../views/page-context'
import { paths } from '../../../views/paths'
import { type Language, languages } from '../../../views/words/language'
import type { Desk } from '../../commands/desk'
import type { Config } from '../../config'
import type { Ask } from '../context'
import { newNonce } from '../headers'
import { addressOf } from './address'

type Cookies = Readonly<Record<string, string>>

/** First of all: what a page is shown in and where the request comes from. Reads no database. */
export const look =
  (desk: Desk, config: Config) =>
  (c: Ask): void => {
    const cookies = getCookie(c)
    c.set('cookies', cookies)
    c.set('requestId', desk.clock.id())
    c.set('look', lookOf(c, desk, cookies))
    let address: string | undefined
    c.set('address', () => {
      address ??= addressOf(c, config)
      return address
    })
    c.set('person', null)
  }

const lookOf = (c: Ask, desk: Desk, cookies: Cookies): PageContext => ({
  language: languageOf(c, cookies),
  theme: themeOf(cookies.theme),
  nonce: newNonce(),
  here: hereOf(c.req.path),
  now: desk.clock.now(),
  zone: zoneOf(cookies.zone),
})

/** A path as links and forms of a page may carry it: `//host` would lead to another site. */
const hereOf = (path: string): string => (/^\/(?![/\\])/.test(path) ? path : paths.home)

const known = (language: string | undefined): Language | undefined =>
  languages.find((each) => each === language)

const FALLBACK = 'en'

/** Chosen by `?lang=` or the switch, else what the browser would rather read. */
const languageOf = (c: Ask, cookies: Cookies): Language =>
  known(c.req.query('lang')) ?? known(cookies.language) ?? accepted(c)

/** Browsers send a few dozen characters; a header made to be long would only take time. */
const ACCEPT_CHARS = 1_000

const accepted = (c: Ask): Language => {
  if ((c.req.header('Accept-Language')?.length ?? 0) > ACCEPT_CHARS) return FALLBACK
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

const themeOf = (theme: string | undefined): Theme =>
  theme === 'light' || theme === 'dark' ? theme : 'auto'

const ours = Intl.DateTimeFormat().resolvedOptions().timeZone
/** There are some 600, and as many names for each as somebody cares to make up. */
const zones = new LRUCache<string, string>({ max: 1_000 })

/** The reader's time zone as their browser told it, else the server's. */
const zoneOf = (told: string | undefined): string => {
  if (!told || told.length > 64) return ours
  const seen = zones.get(told)
  if (seen) return seen
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: told }).resolvedOptions().timeZone
    zones.set(told, zone)
    return zone
  } catch {
    return ours
  }
}
