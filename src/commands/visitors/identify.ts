import { z } from 'zod'
import { holding } from '../../../actors/holds'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { IDENTITY_SECRET } from '../../../actors/sites'
import type { Desk, From } from '../desk'
import { read } from '../input/read'
import { hashToken, newToken } from '../tokens'
import { become } from './become'
import { type Claims, claimsIn } from './token-claims'

const TOKEN_CHARS = 8_192

export const identityForm = z.strictObject({
  token: holding('value', z.string().max(TOKEN_CHARS)),
})

/** Who it is now; with the cookie of another visitor, where it was none or somebody else's before. */
export type Identified = { visitor: string; token: string | undefined; changed: boolean }

/**
 * A site proves who somebody is. Who was nobody known keeps their talk and gets their name; who is
 * known here already comes back to what is theirs, with the talk they had as nobody. What belongs to
 * somebody else who was proven before them is left to those. A token holds once.
 * Problems: unknown `identity…`, limited, invalid (field), conflict `parked`.
 */
export const identify = async (
  desk: Desk,
  person: Visitor | null,
  input: unknown,
  about: From & { audience: readonly string[]; token?: string },
): Promise<Identified | Problem> => {
  const form = read(identityForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('identify', about.address)
  if (limited) return limited
  const secret = await desk.store.accounts.setting(IDENTITY_SECRET)
  if (!secret) return new Problem('unknown', 'identityOff')
  const now = desk.clock.now()
  const claims = await claimsIn(form.token, secret, { audience: about.audience, now })
  if (isProblem(claims)) return claims
  const spent = await spend(desk, claims)
  return spent ?? bind(desk, person, claims, about.token)
}

/** How long after its end a token may still be taken, ms: clocks differ. */
const LEEWAY_MS = 60_000

/** Each is for once, on whichever node it comes. */
const spend = async ({ store, clock }: Desk, { jti, exp }: Claims): Promise<Problem | null> => {
  const now = clock.now()
  const windowMs = Math.max(LEEWAY_MS, exp * 1000 - now + LEEWAY_MS)
  const { count } = await store.accounts.countAttempt(`jti ${hashToken(jti)}`, now, windowMs)
  return count > 1 ? new Problem('unknown', 'identityUsed') : null
}

const bind = async (
  desk: Desk,
  person: Visitor | null,
  { sub: subject, name, email, attributes }: Claims,
  cookie: string | undefined,
): Promise<Identified | Problem> => {
  const key = hashToken(`sub ${subject}`)
  const became = await become(
    desk,
    { person, token: cookie },
    { key, subject, name, email, attributes },
  )
  if (isProblem(became)) return became
  const { visitor, changed } = became
  if (visitor === person?.id) return { visitor, token: undefined, changed }
  return { visitor, token: await cookieOf(desk, visitor, person ? undefined : cookie), changed }
}

/** A cookie that nobody has yet may become theirs; another never becomes somebody else's. */
const cookieOf = async ({ store, clock }: Desk, visitor: string, free: string | undefined) => {
  const token = free ?? newToken()
  await store.visits.remember(hashToken(token), visitor, clock.now())
  if ((await store.visits.visitorOf(hashToken(token))) === visitor) return token
  const another = newToken()
  await store.visits.remember(hashToken(another), visitor, clock.now())
  return another
}
