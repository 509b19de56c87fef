import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import type { Config } from '../../config'
import type { Ask } from '../context'
import { isSameHost } from './same-host'

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

type BaseUrl = Pick<Config, 'baseUrl' | 'baseUrlGiven'>

/**
 * Whether a request comes from a page of our own: by Fetch Metadata; by its Origin where a browser
 * sends none (plain http that is not localhost); by its Referer where it sends neither, as browsers
 * in a terminal do. A request with none of them is not.
 * Source of the rule: OWASP Cross-Site Request Forgery Prevention Cheat Sheet.
 */
export const isSameOrigin = (request: Request, base: BaseUrl): boolean => {
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin'
  const source = request.headers.get('Origin') ?? refererOf(request)
  return source !== null && isOurs(source, request, base)
}

/**
 * Whether somebody was led here by other than a page of ours: a link on another site, in a mail, or one
 * they typed. Browsers that say nothing of it are believed.
 */
export const comesFromElsewhere = (request: Request, base: BaseUrl): boolean => {
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) return site !== 'same-origin'
  const before = refererOf(request)
  return before !== null && !isOurs(before, request, base)
}

/** The origin of the page that a request names as the one before it. */
const refererOf = (request: Request): string | null =>
  URL.parse(request.headers.get('Referer') ?? '')?.origin ?? null

/**
 * Whether somebody asks for it themself: from a page of ours, or as a page in a tab of its own.
 * What the page of a sister site embeds or fetches comes with their cookies too, and is no sign
 * that they are here. Browsers that say nothing are believed.
 */
export const isThemself = (request: Request, base: BaseUrl): boolean => {
  if (!originIsOurs(request, base)) return false
  const site = request.headers.get('Sec-Fetch-Site') ?? 'none'
  const opensPage = request.headers.get('Sec-Fetch-Dest') === 'document'
  return site === 'same-origin' || site === 'none' || opensPage
}

/**
 * Like `isSameOrigin`, for upgrades: browsers send an Origin with them, and it counts as well. A
 * Referer is not enough: none that can open a socket needs it.
 */
export const mayUpgrade = (request: Request, base: BaseUrl): boolean =>
  (request.headers.has('Sec-Fetch-Site') || request.headers.has('Origin')) &&
  isSameOrigin(request, base) &&
  originIsOurs(request, base)

/** Whether what it says of its origin is so; it may say nothing. */
const originIsOurs = (request: Request, base: BaseUrl): boolean => {
  const origin = request.headers.get('Origin')
  return origin === null || isOurs(origin, request, base)
}

/** Whether an origin is the desk's own. */
export const isOurs = (origin: string, request: Request, base: BaseUrl): boolean => {
  if (!URL.canParse(origin)) return false
  if (origin === new URL(base.baseUrl).origin) return true
  return !base.baseUrlGiven && isSameHost(new URL(origin), request.headers.get('Host'))
}

/**
 * Whether it may be a person at an address that the desk was not told of, or that a proxy does not
 * pass on: no browser says here that it was another site, as those do that can.
 */
export const mayBePerson = (request: Request): boolean =>
  !request.headers.has('Sec-Fetch-Site') && seenOf(request) !== null

/** Where a request says it comes from, as far as that is an address of the web. */
const seenOf = (request: Request): string | null => {
  const origin = URL.parse(request.headers.get('Origin') ?? refererOf(request) ?? '')
  return origin && /^https?:$/.test(origin.protocol) ? origin.origin : null
}

/** Why it was refused: where it comes from, and where it would have to. */
export const crossSite = (request: Request, base: BaseUrl): Problem => {
  const seen = seenOf(request)
  const expected = base.baseUrlGiven ? base.baseUrl : (request.headers.get('Host') ?? '')
  return new Problem('forbidden', 'crossSite', seen === null ? {} : { values: { seen, expected } })
}

/** Asked by programs that look whether the desk is well, which need not know what it is called. */
const HEALTH: ReadonlySet<string> = new Set([paths.up, paths.ready])

/**
 * By which programs of mail ask for no more of it (RFC 8058): they come from nowhere, and the link alone
 * says for whom. No cookie is asked there.
 */
const OF_MAIL = new RegExp(`^${paths.letters.stop('[0-9a-f]{64}')}$`)

/** Refuses what changes something and comes from elsewhere, whatever its content type. */
export const guard =
  (base: BaseUrl) =>
  (c: Ask): Response | Problem | undefined => {
    const host = c.req.header('Host') ?? ''
    const isHost = host !== '' && !host.includes(',') && !/[\s/\\@]/.test(host)
    if (!isHost && !HEALTH.has(c.req.path)) return c.text('Bad Host', 400)
    if (SAFE.has(c.req.method) || isSameOrigin(c.req.raw, base)) return undefined
    if (OF_MAIL.test(c.req.path)) return undefined
    return crossSite(c.req.raw, base)
  }
