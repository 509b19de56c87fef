import { setCookie } from 'hono/cookie'
import type { Config } from '../config'
import type { Ask } from './context'
import type { Cookies } from './cookie-header'

/**
 * Before every name of ours: a browser sends the cookies of a host to all programs on it, whatever
 * their port, and others have a `session` or a `theme` too.
 */
const OWN = 'bellhop-'

/** Cookies whose name pins them to this host, where the browser's connection is encrypted. */
export const cookieNames = (config: Pick<Config, 'baseUrl'>) => {
  const secure = config.baseUrl.startsWith('https:')
  const name = (plain: string) => `${secure ? '__Host-' : ''}${OWN}${plain}`
  return {
    ...{ secure, visitor: name('visitor'), session: name('session'), probe: name('probe') },
    /** Of who has shown their password, and not yet their second factor. */
    half: name('half'),
    /** Of who was sent to a service that says who they are. */
    errand: name('errand'),
    /** Of a visitor on somebody's site: another one on each, and none of them here. */
    guest: name('guest'),
  }
}
export type CookieNames = ReturnType<typeof cookieNames>

const none: readonly string[] = []

/**
 * The values under a name of ours, then those under the bare name that it once had; of each the last
 * `most`.
 */
export const valuesOf = (
  cookies: Cookies,
  name: string,
  most = Number.POSITIVE_INFINITY,
): readonly string[] => {
  const own = lastOf(cookies.get(name), most)
  const bare = lastOf(cookies.get(name.replace(OWN, '')), most)
  if (own && bare) return [...own, ...bare]
  return own ?? bare ?? none
}

const lastOf = (values: readonly string[] | undefined, most: number) =>
  values && values.length > most ? values.slice(-most) : values

/** The values of a choice of how pages look. */
export const preferences = (cookies: Cookies, name: 'theme' | 'language' | 'zone') =>
  valuesOf(cookies, OWN + name)

const YEAR_MS = 365 * 24 * 3_600_000

/**
 * Keeps a cookie scripts cannot read and other sites cannot send, for so long, ms. In the frame on
 * somebody's site a visitor's is kept for that site alone.
 */
export const keepCookie = (
  c: Ask,
  names: CookieNames,
  whose: 'visitor' | 'session' | 'half' | 'errand',
  value: string,
  life = YEAR_MS,
) => {
  const maxAge = life / 1000
  if (whose === 'visitor' && isGuest(c, names))
    setCookie(c, names.guest, value, { ...guarded(names), ...partitioned, maxAge })
  else setCookie(c, names[whose], value, { ...guarded(names), maxAge })
}

/** A browser sends it in that frame and nowhere else; it keeps none of them without `Secure`. */
const partitioned = { sameSite: 'None', secure: true, partitioned: true } as const

/**
 * Whether who asks stands in a frame on a site that is not ours: then a cookie of the usual kind is
 * not kept. A site beside ours (`shop.example` for `chat.shop.example`) is one with us for a browser.
 */
const isGuest = (c: Ask, names: CookieNames): boolean => {
  const cookies = c.get('cookies')
  if (cookies.has(names.guest)) return true
  const site = c.req.header('Sec-Fetch-Site')
  const isBeside = site === 'same-site' || site === 'none'
  return c.get('look').frame !== undefined && !isBeside && !cookies.has(names.visitor)
}

/** Takes a visitor's cookies away, of whichever kind. */
export const dropVisitor = (c: Ask, names: CookieNames) => {
  const cookies = c.get('cookies')
  if (cookies.has(names.guest))
    setCookie(c, names.guest, '', { ...guarded(names), ...partitioned, maxAge: 0 })
  for (const name of [names.visitor, names.visitor.replace(OWN, '')])
    if (cookies.has(name)) setCookie(c, name, '', { ...guarded(names), maxAge: 0 })
}

const guarded = ({ secure }: CookieNames) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure }) as const

/** Takes a session's cookie away: ours, and what it was called before if it held this token. */
export const dropSession = (c: Ask, names: CookieNames, token?: string) => {
  const away = { ...guarded(names), maxAge: 0 }
  setCookie(c, names.session, '', away)
  const bare = names.session.replace(OWN, '')
  if (token && c.get('cookies').get(bare)?.includes(token)) setCookie(c, bare, '', away)
}

/** Takes away what kept a sign-in that was half done, or somebody's errand. */
export const dropBegun = (c: Ask, names: CookieNames, which: 'half' | 'errand') =>
  setCookie(c, names[which], '', { ...guarded(names), maxAge: 0 })

/** Lays a cookie beside a form, to see by the form's answer whether the browser keeps any. */
export const layProbe = (c: Ask, names: CookieNames) => {
  if (!c.get('cookies').has(names.probe)) setCookie(c, names.probe, '1', guarded(names))
}

/** Keeps a choice of how pages look, which is no secret. */
export const keepPreference = (
  c: Ask,
  config: Pick<Config, 'baseUrl'>,
  name: 'theme' | 'language',
  value: string,
) =>
  setCookie(c, OWN + name, value, {
    path: '/',
    sameSite: 'Lax',
    secure: cookieNames(config).secure,
    ...(isGuest(c, cookieNames(config)) ? partitioned : {}),
    maxAge: YEAR_MS / 1000,
  })
