import { z } from 'zod'
import { Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { seal, unseal } from '../sealed'
import { hashToken, newToken } from '../tokens'

/** So long somebody may take with their device, ms. */
export const TICKET_MS = 5 * 60_000

/** Whose site a key is for: its name, and its address as browsers see it. */
export type Site = { host: string; origin: string }

export const siteAt = (origin: string): Site => ({ host: new URL(origin).hostname, origin })

const kept = z.object({ challenge: z.string(), until: z.number() })
const sealedAs = (what: string) => `passkey ${what}`

/** What a device is to answer, and the same sealed: `what` it is for, and whose. */
export const newTicket = (desk: Desk, what: string): { challenge: string; ticket: string } => {
  const challenge = newToken()
  const until = desk.clock.now() + TICKET_MS
  const ticket = seal(desk.secret, sealedAs(what), JSON.stringify({ challenge, until }))
  return { challenge, ticket }
}

/**
 * What was to be answered; it is answered once. Problems: conflict `passkeyOver` (too late, used, or for something
 * else: which of these is not told).
 */
export const challengeOf = async (
  desk: Desk,
  what: string,
  ticket: string,
): Promise<string | Problem> => {
  const over = new Problem('conflict', 'passkeyOver')
  const text = unseal(desk.secret, sealedAs(what), ticket)
  if (text === undefined) return over
  const { challenge, until } = kept.parse(JSON.parse(text))
  const now = desk.clock.now()
  if (now > until) return over
  const key = `passkey ${hashToken(challenge)}`
  const { count } = await desk.store.accounts.countAttempt(key, now, TICKET_MS)
  return count === 1 ? challenge : over
}

/** An answer of a device, as a form has it; undefined where it is none. */
export const answerIn = (text: string): unknown => {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'id' in answer ? answer : undefined
  } catch {
    return undefined
  }
}
