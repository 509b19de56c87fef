import { BlockList, isIP, isIPv6 } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Person } from '../../actors/people'
import type { Look, Theme } from '../../views/look'
import { paths } from '../../views/paths'
import { type Language, languages } from '../../views/words/language'
import { SESSION_IDLE } from '../commands/accounts'
import type { Desk } from '../commands/desk'
import { hashToken } from '../commands/tokens'
import type { Config } from '../config'
import type { Ask, Env } from './context'
import { newNonce } from './headers'

const TOKEN = /^[A-Za-z0-9_-]{43}$/
/** The idle limit of a session is moved on at most this often, ms. */
const TOUCH = 5 * 60_000
/** How long it is remembered whose a visitor's token is, ms, and of how many. */
const KNOWN = 30_000
const KNOWN_MOST = 2_000

/** Cookies whose name pins them to this host, where the browser's connection is encrypted. */
export const cookieNames = (config: Pick<Config, 'baseUrl'>) => {
  const secure = config.baseUrl.startsWith('https:')
  const name = (plain: string) => (secure ? `__Host-${plain}` : plain)
  return { secure, visitor: name('visitor'), session: name('session') }
}
export type CookieNames = ReturnType<typeof cookieNames>

/** Keeps a cookie scripts cannot read and other sites cannot send. */
export const keepCookie = (c: Ask, names: CookieNames, name: string, value: string, days = 365) =>
  setCookie(c, name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: names.secure,
    maxAge: days * 24 * 3600,
  })

/** First of all: what a page is shown in and where the request comes from. Reads no database. */
export const look =
  (desk: Desk, config: Config) =>
  (c: Ask): void => {
    const cookies = getCookie(c)
    c.set('cookies', cookies)
    c.set('requestId', desk.clock.id())
    c.set('look', lookOf(c, desk, cookies))
    c.set('address', addressOf(c, config))
    c.set('person', null)
  }

type Cookies = Readonly<Record<string, string>>

/** Who asks, from the cookies. The only place where a Person is made of a request. */
export const identify = (desk: Desk, config: Config): MiddlewareHandler<Env> => {
  const names = cookieNames(config)
  const touched = new Map<string, number>()
  const visitorOf = visitorsBy(desk)
  return async (c, next) => {
    const { cookies } = c.var
    const visitorToken = tokenIn(cookies[names.visitor])
    const sessionToken = tokenIn(cookies[names.session])
    c.set('visitorToken', visitorToken)
    c.set('sessionToken', sessionToken)
    const forStaff = !c.req.path.startsWith(paths.chat.page)
    c.set('person', await (forStaff ? staffOf(desk, sessionToken) : visitorOf(visitorToken)))
    if (forStaff && sessionToken && c.get('person')) await touch(desk, touched, sessionToken)
    await next()
  }
}

export const staffOf = async (desk: Desk, token: string | undefined): Promise<Person | null> => {
  if (!token) return null
  const signIn = await desk.store.accounts.session(hashToken(token), desk.clock.now())
  if (!signIn) return null
  const { account, departments } = signIn
  return { kind: 'staff', id: account.id, name: account.name, role: account.role, departments }
}

/**
 * The visitor a token belongs to. A token never becomes somebody else's, so one that was found is
 * not looked for again with every message; that it was forgotten is noticed within `KNOWN`.
 */
const visitorsBy = (desk: Desk) => {
  const known = new Map<string, { person: Person; until: number }>()
  return async (token: string | undefined): Promise<Person | null> => {
    if (!token) return null
    const hash = hashToken(token)
    const now = desk.clock.now()
    const found = known.get(hash)
    if (found && found.until > now) return found.person
    const id = await desk.store.visits.visitorOf(hash)
    if (!id) return null
    if (known.size >= KNOWN_MOST) known.clear()
    const person: Person = { kind: 'visitor', id }
    known.set(hash, { person, until: now + KNOWN })
    return person
  }
}

const touch = async (desk: Desk, touched: Map<string, number>, token: string) => {
  const now = desk.clock.now()
  const hash = hashToken(token)
  if (now - (touched.get(hash) ?? 0) < TOUCH) return
  if (touched.size > 10_000) touched.clear()
  touched.set(hash, now)
  await desk.store.accounts.touchSession(hash, now + SESSION_IDLE)
}

const tokenIn = (cookie: string | undefined) =>
  cookie !== undefined && TOKEN.test(cookie) ? cookie : undefined

const lookOf = (c: Ask, desk: Desk, cookies: Cookies): Look => ({
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

/** Chosen by `?lang=` or the switch, else the first of the browser's that we speak. */
const languageOf = (c: Ask, cookies: Cookies): Language => {
  const asked = known(c.req.query('lang')) ?? known(cookies.language)
  if (asked) return asked
  const accepted = (c.req.header('Accept-Language') ?? '').slice(0, 200).toLowerCase().split(',')
  for (const each of accepted) {
    const language = known(each.trim().slice(0, 2))
    if (language) return language
  }
  return 'en'
}

const themeOf = (theme: string | undefined): Theme =>
  theme === 'light' || theme === 'dark' ? theme : 'auto'

const ours = Intl.DateTimeFormat().resolvedOptions().timeZone
const zones = new Map<string, string>()

/** The reader's time zone as his browser told it, else the server's. */
const zoneOf = (told: string | undefined): string => {
  if (!told || told.length > 64) return ours
  const seen = zones.get(told)
  if (seen) return seen
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: told }).resolvedOptions().timeZone
    if (zones.size < 1000) zones.set(told, zone)
    return zone
  } catch {
    return ours
  }
}

/**
 * The client's address as limits count it: the peer's, unless it is a trusted proxy, then the
 * rightmost one in X-Forwarded-For that no trusted proxy added. IPv6 counts by its /64.
 */
const addressOf = (c: Ask, config: Config): string => {
  const peer = c.env?.server?.requestIP(c.req.raw)?.address ?? 'unknown'
  return bucketOf(clientBehind(peer, c.req.header('X-Forwarded-For'), trusted(config)))
}

export const clientBehind = (
  peer: string,
  forwarded: string | undefined,
  isTrusted: (address: string) => boolean,
): string => {
  if (!forwarded || !isTrusted(peer)) return peer
  const hops = forwarded.split(',').map((hop) => withoutPort(hop.trim()))
  const client = hops.findLast((hop) => !isTrusted(hop))
  return client !== undefined && isIP(client) !== 0 ? client : peer
}

/** Some proxies write the port as well; with it, every connection would count as somebody else. */
const withoutPort = (hop: string) =>
  hop.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')

const trustedBy = new WeakMap<Config, (address: string) => boolean>()
const trusted = (config: Config) => {
  const made = trustedBy.get(config)
  if (made) return made
  const list = new BlockList()
  for (const block of config.trustProxy) {
    const [address = '', bits] = block.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  const check = (address: string) => {
    const plain = unmapped(address)
    return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
  }
  trustedBy.set(config, check)
  return check
}

const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

export const bucketOf = (address: string): string => {
  const plain = unmapped(address)
  if (!isIPv6(plain) || plain === '::1') return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = plain.includes('::') ? [...left, ...zeros, ...right] : left
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/64`
}
