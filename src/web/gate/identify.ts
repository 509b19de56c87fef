import { LRUCache } from 'lru-cache'
import type { Person } from '../../../actors/people'
import { paths } from '../../../views/paths'
import type { Desk } from '../../commands/desk'
import { SESSION_IDLE_MS } from '../../commands/sessions/begin'
import { hashToken } from '../../commands/tokens'
import type { Config } from '../../config'
import type { Ask } from '../context'
import type { Cookies } from '../cookie-header'
import { cookieNames, valuesOf } from '../cookies'
import { familyIn } from '../visit/browser'
import { isPrefetch } from './prefetch'
import type { Strangers } from './strangers'

const TOKEN = /^[A-Za-z0-9_-]{43}$/
/** The idle limit of a session is moved on at most this often, ms. */
const TOUCH_MS = 5 * 60_000
/** How long it is remembered whose a visitor's token is, ms. */
const TOKEN_TTL_MS = 30_000
/** Of how many it is remembered: more than are connected at once. */
const CACHED_TOKENS = 20_000

/** Says who asks. Who only has to be known `touches` nothing: their session lives no longer for it. */
export type Recognise = (c: Ask, how?: { touches: boolean }) => undefined | Promise<void>

/**
 * Who asks, from the cookies. The only place where a Person is made of a request. Answers a
 * promise only when the store must be asked: a visitor who writes is mostly known.
 */
export const identify = (desk: Desk, config: Config, strangers: Strangers): Recognise => {
  const names = cookieNames(config)
  const touched = new LRUCache<string, number>({ max: CACHED_TOKENS })
  const visitorOf = visitorsBy(desk, strangers.visitors)
  const staff = async (c: Ask, tokens: readonly string[], touches: boolean) => {
    const found = await firstKnown(tokens, (token) =>
      unlessStrange(strangers.sessions, hashToken(token), () => staffOf(desk, token)),
    )
    if (!found) return
    c.set('person', asking(c, found.person))
    c.set('sessionToken', found.token)
    if (touches && !isPrefetch(c.req.raw)) await touch(desk, touched, found)
  }
  const visitor = async (c: Ask, tokens: readonly string[]) => {
    const found = await firstKnown(tokens, visitorOf)
    if (!found) return
    c.set('person', found.person)
    c.set('visitorToken', found.token)
  }
  return (c, { touches } = { touches: true }) => {
    const cookies = c.get('cookies')
    const visitorTokens = cookies.has(names.guest)
      ? [...tokensIn(cookies, names.visitor), ...tokensIn(cookies, names.guest)]
      : tokensIn(cookies, names.visitor)
    const sessionTokens = tokensIn(cookies, names.session)
    const [visitorToken] = visitorTokens
    c.set('visitorToken', visitorToken)
    c.set('sessionToken', sessionTokens[0])
    if (!isForVisitors(c.req.path)) return staff(c, sessionTokens, touches)
    if (visitorTokens.length > 1) return visitor(c, visitorTokens)
    const found = visitorOf(visitorToken)
    if (found instanceof Promise) return found.then((person) => c.set('person', person))
    c.set('person', found)
  }
}

/** Whether visitors ask there, and nobody else is looked for. */
const isForVisitors = (path: string) =>
  path.startsWith(paths.chat.page) ||
  path === paths.widget.page ||
  path === paths.customers.register ||
  path === paths.customers.page ||
  path.startsWith(`${paths.customers.page}/`)

/** Where they ask from is looked for when it is written down: most requests are not. */
const asking = (c: Ask, person: Person): Person =>
  person.kind === 'staff'
    ? {
        ...person,
        get from() {
          return cameFrom(c)
        },
      }
    : person

/** Where a request comes from, as it is written down: the address that limits count, the browser's family. */
export const cameFrom = (c: Ask) => ({
  address: c.get('address')(),
  browser: familyIn(c.req.header('User-Agent')),
})

/** Who a session's token signs in, with their departments as they are now; null for nobody. */
export const staffOf = async (desk: Desk, token: string | undefined): Promise<Person | null> => {
  if (!token) return null
  const signIn = await desk.store.accounts.session(hashToken(token), desk.clock.now())
  if (!signIn) return null
  const { account, departments, grants } = signIn
  const { id, name, role } = account
  return { kind: 'staff', id, name, role, ...(grants ? { grants } : {}), departments }
}

/**
 * The visitor a token belongs to. A token becomes somebody else's only where two visitors become one,
 * which is rung, so one that was found is not looked for again with every message; that it was
 * forgotten, or a lost ring, is noticed within `TOKEN_TTL_MS`.
 */
const visitorsBy = (desk: Desk, strangers: Strangers['visitors']) => {
  const known = new LRUCache<string, { person: Person; untilTicks: number }>({ max: CACHED_TOKENS })
  desk.bus.subscribeAll(({ what }) => {
    if (what === 'whose') known.clear()
  })
  const find = async (hash: string, ticks: number): Promise<Person | null> => {
    const id = await desk.store.visits.visitorOf(hash)
    if (!id) return null
    const person: Person = { kind: 'visitor', id }
    known.set(hash, { person, untilTicks: ticks + TOKEN_TTL_MS })
    return person
  }
  return (token: string | undefined): Person | null | Promise<Person | null> => {
    if (!token) return null
    const hash = hashToken(token)
    const ticks = desk.clock.ticks()
    const found = known.get(hash)
    if (found && found.untilTicks > ticks) return found.person
    return unlessStrange(strangers, hash, () => find(hash, ticks))
  }
}

/** Asks the store, but for what was nobody's a moment ago. */
const unlessStrange = (
  strangers: Strangers['visitors'],
  hash: string,
  ask: () => Promise<Person | null>,
): null | Promise<Person | null> =>
  strangers.has(hash)
    ? null
    : ask().then((person) => {
        if (!person) strangers.add(hash)
        return person
      })

const touch = async (
  desk: Desk,
  touched: LRUCache<string, number>,
  { token, person }: { token: string; person: Person },
) => {
  const ticks = desk.clock.ticks()
  const hash = hashToken(token)
  if (ticks - (touched.get(hash) ?? Number.NEGATIVE_INFINITY) < TOUCH_MS) return
  touched.set(hash, ticks)
  const at = desk.clock.now()
  await desk.store.accounts.touchSession(hash, at + SESSION_IDLE_MS)
  await desk.store.accounts.saw(person.id, at)
}

/** The first of these tokens that is somebody's: those asked after in one moment are one query. */
const firstKnown = async (
  tokens: readonly string[],
  find: (token: string) => Person | null | Promise<Person | null>,
) => {
  const persons = await Promise.all(tokens.map(find))
  return persons.flatMap((person, n) => (person ? [{ person, token: tokens[n] ?? '' }] : []))[0]
}

/**
 * Values of one name that are looked at. A browser that has been here for long has some of other
 * paths, domains and releases; more than these are no browser's.
 */
const MAX_TOKENS = 50

/**
 * What may be a token of ours among the values of a cookie: those of its name now, then those of its
 * name before. Of too many the last ones: browsers send those of narrower paths and older ones first
 * (RFC 6265, 5.4), and ours are for all paths.
 */
const tokensIn = (cookies: Cookies, name: string): readonly string[] =>
  valuesOf(cookies, name, MAX_TOKENS)
    .filter((value) => TOKEN.test(value))
    .slice(0, MAX_TOKENS)
