import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import { z } from 'zod'
import { isProblem, Problem } from '../../../actors/problem'
import type { Provider } from '../../../actors/provider'
import type { Desk } from '../desk'
import { seal, unseal } from '../sealed'
import { hashToken } from '../tokens'
import { addressAt, type Errand } from './ask'

/** So long somebody may take at a provider, ms. */
export const ERRAND_MS = 10 * 60_000

const sealedAs = 'a sign-in by a provider'

const kept = z.object({
  ...{ provider: z.string(), state: z.string(), nonce: z.string(), verifier: z.string() },
  ...{ redirect: z.string(), next: z.string().optional(), until: z.number() },
})
export type KeptErrand = z.output<typeof kept>

/** A provider by its id. Problems: missing. */
export const providerOf = async (desk: Desk, id: string): Promise<Provider | Problem> =>
  (await desk.store.providers.find(id.slice(0, 64))) ?? new Problem('missing', 'missing')

/**
 * Sends somebody to a provider: where their browser goes, and what it keeps meanwhile, sealed.
 * Problems: missing, limited, conflict `providerAway`.
 */
export const beginErrand = async (
  desk: Desk,
  id: string,
  { redirect, next, address }: { redirect: string; next: string | undefined; address: string },
): Promise<{ to: string; errand: string } | Problem> => {
  const limited = await desk.rate.spend('signIn', address)
  if (limited) return limited
  const provider = await providerOf(desk, id)
  if (isProblem(provider)) return provider
  const errand: Errand = {
    ...{ state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() },
    redirect,
  }
  const to = await addressAt(desk, provider, errand)
  if (isProblem(to)) return to
  const until = desk.clock.now() + ERRAND_MS
  const whole: KeptErrand = {
    ...{ ...errand, provider: provider.id, until },
    ...(next === undefined ? {} : { next }),
  }
  return { to: to.href, errand: seal(desk.secret, sealedAs, JSON.stringify(whole)) }
}

/**
 * What this browser was sent out with; it comes back once. Problems: conflict `errandOver` (too late, used, or
 * begun elsewhere: which of these is not told).
 */
export const errandOf = async (
  desk: Desk,
  sealed: string,
  provider: string,
): Promise<KeptErrand | Problem> => {
  const over = new Problem('conflict', 'errandOver')
  const text = unseal(desk.secret, sealedAs, sealed)
  if (text === undefined) return over
  const errand = kept.parse(JSON.parse(text))
  const now = desk.clock.now()
  if (errand.provider !== provider || now > errand.until) return over
  const key = `errand ${hashToken(errand.state)}`
  const { count } = await desk.store.accounts.countAttempt(key, now, ERRAND_MS)
  return count === 1 ? errand : over
}
