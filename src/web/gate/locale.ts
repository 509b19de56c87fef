import { LRUCache } from 'lru-cache'
import type { FileNames, PageContext, Theme } from '../../../views/page-context'
import { paths } from '../../../views/paths'
import type { Edition, Language } from '../../../views/words/language'
import type { Desk } from '../../commands/desk'
import type { Config } from '../../config'
import type { Ask } from '../context'
import { type Cookies, cookiesIn } from '../cookie-header'
import { preferences } from '../cookies'
import { newNonce } from '../headers'
import { accepted, known } from './accept-language'
import { addressOf } from './address'

/** What is known of all pages: their files, whose they are, and the words of visitors. */
type Told = {
  files: () => FileNames
  /** Empty for the name of the program, and for no address. */
  brand?: () => string
  privacy?: () => string
  edition?: (language: Language) => Edition
}

const nothing = () => ''

/**
 * First of all: what a page is shown in and where the request comes from. `page` is what its links
 * lead back to, where that is not what was asked for. Reads no database.
 */
export const look =
  (
    desk: Pick<Desk, 'clock' | 'epoch'>,
    config: Config,
    { files, brand = nothing, privacy = nothing, edition = (language) => language }: Told,
  ) =>
  (c: Ask, page: string = c.req.path): void => {
    const cookies = cookiesIn(c.req.header('Cookie'))
    c.set('cookies', cookies)
    c.set('requestId', desk.clock.id())
    const [name, link] = [brand(), privacy()]
    const named = name === '' ? {} : { brand: name }
    const told = link === '' ? {} : { privacy: link }
    const shown = lookOf(c, desk, cookies, page)
    const { epoch } = desk
    c.set('look', { ...shown, epoch, files: files(), ...named, ...told })
    c.set('edition', edition(shown.language))
    let address: string | undefined
    c.set('address', () => {
      address ??= addressOf(c, config)
      return address
    })
    c.set('person', null)
  }

const lookOf = (
  c: Ask,
  desk: Pick<Desk, 'clock'>,
  cookies: Cookies,
  page: string,
): PageContext => ({
  language: languageOf(c, cookies),
  theme: themeOf([c.req.query('theme') ?? '', ...preferences(cookies, 'theme')]),
  nonce: newNonce(),
  here: hereOf(page),
  now: desk.clock.now(),
  zone: zoneOf(preferences(cookies, 'zone')),
})

/** A path as links and forms of a page may carry it: `//host` would lead to another site. */
const hereOf = (path: string): string => (/^\/(?![/\\])/.test(path) ? path : paths.home)

/** Chosen by `?language=` or the switch, else what the browser would rather read. */
const languageOf = (c: Ask, cookies: Cookies): Language =>
  known(c.req.query('language') ?? c.req.query('lang')) ??
  preferences(cookies, 'language').map(known).find(Boolean) ??
  accepted(c)

const themeOf = (told: readonly string[]): Theme =>
  told.find((theme) => theme === 'light' || theme === 'dark' || theme === 'auto') ?? 'auto'

/** The desk's own zone: days that somebody types begin and end by it, whoever it is. */
export const deskZone = Intl.DateTimeFormat().resolvedOptions().timeZone
/** There are some 600, and as many names for each as somebody cares to make up. */
const zones = new LRUCache<string, string>({ max: 1_000 })

/** The reader's time zone as their browser told it, else the server's. */
const zoneOf = (told: readonly string[]): string => zoneIn(told) ?? deskZone

/** The zone that a browser told, if it is one. */
export const zoneIn = (told: readonly string[]): string | undefined =>
  told.slice(0, ZONES_TRIED).map(zoneNamed).find(Boolean)

/** Who sends more of them makes them up. */
const ZONES_TRIED = 3

const zoneNamed = (told: string): string | undefined => {
  if (!told || told.length > 64) return undefined
  const seen = zones.get(told)
  if (seen) return seen
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: told }).resolvedOptions().timeZone
    zones.set(told, zone)
    return zone
  } catch {
    return undefined
  }
}
