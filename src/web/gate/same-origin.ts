import { Problem } from '../../../actors/problem'
import type { Config } from '../../config'
import { answerProblem } from '../answer'
import type { Ask } from '../context'

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

type BaseUrl = Pick<Config, 'baseUrl' | 'baseUrlGiven'>

/**
 * Whether a request comes from a page of our own: by Fetch Metadata, or by its Origin where a
 * browser sends none (plain http that is not localhost). A request with neither is not.
 * Source of the rule: OWASP Cross-Site Request Forgery Prevention Cheat Sheet.
 */
const isSameOrigin = (request: Request, base: BaseUrl): boolean => {
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) return site === 'same-origin'
  return request.headers.has('Origin') && originIsOurs(request, base)
}

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

/** Like `isSameOrigin`, for upgrades: browsers send an Origin with them, and it counts as well. */
export const mayUpgrade = (request: Request, base: BaseUrl): boolean =>
  isSameOrigin(request, base) && originIsOurs(request, base)

/** Whether what it says of its origin is so; it may say nothing. */
const originIsOurs = (request: Request, base: BaseUrl): boolean => {
  const origin = request.headers.get('Origin')
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  if (origin === new URL(base.baseUrl).origin) return true
  return !base.baseUrlGiven && new URL(origin).host === request.headers.get('Host')
}

/** Refuses what changes something and comes from elsewhere, whatever its content type. */
export const guard =
  (base: BaseUrl) =>
  (c: Ask): Response | Promise<Response> | undefined => {
    const host = c.req.header('Host') ?? ''
    if (host === '' || host.includes(',') || /[\s/\\@]/.test(host)) return c.text('Bad Host', 400)
    if (SAFE.has(c.req.method) || isSameOrigin(c.req.raw, base)) return undefined
    return answerProblem(c, new Problem('forbidden', 'crossSite'))
  }
