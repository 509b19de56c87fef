import { LRUCache } from 'lru-cache'
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client'
import { isProblem, Problem } from '../../../actors/problem'
import type { Provider } from '../../../actors/provider'
import type { Desk } from '../desk'
import { unseal } from '../sealed'
import { fetchOut } from './reach'

/** How long a provider may take for each answer, s, and how far its clock may be off, s. */
const ANSWER_S = 8
const DRIFT_S = 60
/** How long it is known what a provider says of itself, ms. */
const KNOWN_MS = 10 * 60_000
const SCOPE = 'openid email profile'

/** As what the secret of a provider is sealed. */
export const secretOf = (provider: string) => `provider ${provider}`

type Known = { config: Configuration; until: number }
const known = new LRUCache<string, Known>({ max: 100 })

/** What a provider says of itself. Throws what went wrong. */
const configOf = async (desk: Desk, provider: Provider): Promise<Configuration> => {
  const key = `${provider.id} ${provider.version}`
  const before = known.get(key)
  if (before && before.until > desk.clock.ticks()) return before.config
  const secret = unseal(desk.secret, secretOf(provider.id), provider.clientSecret)
  const metadata = { [clockTolerance]: DRIFT_S, ...(secret ? { client_secret: secret } : {}) }
  const insecure = desk.providersInside ? [allowInsecureRequests] : []
  const config = await discovery(new URL(provider.issuer), provider.clientId, metadata, undefined, {
    [customFetch]: fetchOut(desk) as never,
    // Who says who somebody is has to have signed it, though it came by a line of its own.
    execute: [...insecure, enableNonRepudiationChecks],
    timeout: ANSWER_S,
  })
  known.set(key, { config, until: desk.clock.ticks() + KNOWN_MS })
  return config
}

/** What a sign-in goes out with, and comes back to. */
export type Errand = { state: string; nonce: string; verifier: string; redirect: string }

/**
 * Where a browser is sent. Problems: conflict `providerAway` (it does not answer, or not as one).
 */
export const addressAt = async (
  desk: Desk,
  provider: Provider,
  { state, nonce, verifier, redirect }: Errand,
): Promise<URL | Problem> =>
  saved(desk, provider, async () =>
    buildAuthorizationUrl(await configOf(desk, provider), {
      ...{ redirect_uri: redirect, scope: SCOPE, state, nonce, response_type: 'code' },
      ...{ code_challenge: await calculatePKCECodeChallenge(verifier) },
      code_challenge_method: 'S256',
    }),
  )

/** Whom a provider means. */
export type Claims = { subject: string; email: string; isVerified: boolean; name: string }

/**
 * Whom it means, by what the browser came back with. Problems: conflict `providerAway` | `providerLies` (what
 * it says is not for us, not now, or not signed) | `providerDenied` (they were not let in there).
 */
export const claimsBy = async (
  desk: Desk,
  provider: Provider,
  { state, nonce, verifier, redirect }: Errand,
  search: string,
): Promise<Claims | Problem> =>
  saved(desk, provider, async () => {
    const config = await configOf(desk, provider)
    const tokens = await authorizationCodeGrant(config, new URL(redirect + search), {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return new Problem('conflict', 'providerLies')
    const { sub } = claims
    const hasMore = config.serverMetadata().userinfo_endpoint !== undefined
    // Some tell the address there alone.
    const more =
      claims.email === undefined && hasMore
        ? await fetchUserInfo(config, tokens.access_token, sub)
        : {}
    return claimsIn({ ...more, ...claims })
  })

const claimsIn = (claims: Record<string, unknown>): Claims | Problem => {
  const { sub, email, email_verified: verified, name } = claims
  if (typeof sub !== 'string' || sub === '') return new Problem('conflict', 'providerLies')
  return {
    subject: sub,
    email: typeof email === 'string' ? email : '',
    // Some write the word.
    isVerified: verified === true || verified === 'true',
    name: typeof name === 'string' ? name : '',
  }
}

/** What of it is said to a person; the log has the rest, without what was sent. */
const saved = async <Found>(
  desk: Desk,
  provider: Provider,
  work: () => Promise<Found | Problem>,
): Promise<Found | Problem> => {
  try {
    return await work()
  } catch (fault) {
    const problem = problemOf(fault)
    const { code, name } = Object(fault)
    desk.log.warn('a provider did not let somebody in', {
      ...{ provider: provider.label, why: problem.reason, code: String(code ?? name) },
    })
    return problem
  }
}

/** Codes of what a provider said that cannot be so. */
const LIES =
  /JWT|CLAIM|NONCE|STATE|SIGNATURE|INVALID_RESPONSE|ATTRIBUTE_COMPARISON|TIMESTAMP|KEY_SELECTION|UNSUPPORTED/

const problemOf = (fault: unknown): Problem => {
  if (isProblem(fault)) return fault
  if (fault instanceof AuthorizationResponseError) return new Problem('conflict', 'providerDenied')
  const { code } = Object(fault)
  const isLie = typeof code === 'string' && LIES.test(code)
  return new Problem('conflict', isLie ? 'providerLies' : 'providerAway')
}
