import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../../actors/problem'

/** So many points in so many seconds; a fixed one is the same whatever the limits are multiplied by. */
type Rule = { points: number; duration: number; isFixed?: true }

/** What is limited, how much of it in how many seconds, per key. */
const rules = {
  /** Messages of one visitor or agent. */
  message: { points: 100, duration: 10 },
  /** Messages from one address: an office behind one NAT types too. */
  messageByAddress: { points: 3000, duration: 10 },
  /** New conversations from one address. */
  start: { points: 300, duration: 600 },
  /** Tokens of a site that say who somebody is, from one address. */
  identify: { points: 120, duration: 60 },
  /** Wrong or right sign-ins from one address. */
  signIn: { points: 60, duration: 600 },
  /** Tries of somebody who is signed in to give themself another password. */
  password: { points: 10, duration: 600 },
  /** Accounts of visitors that are asked for from one address. */
  register: { points: 20, duration: 600 },
  /** Tries from one address that wait a while because they do no work. */
  slow: { points: 10, duration: 60 },
  /** Mail for a forgotten password that is asked for from one address. */
  forgot: { points: 10, duration: 600 },
  /** Transcripts that are mailed, from one address. */
  transcript: { points: 10, duration: 3600 },
  /** Files of one person. */
  file: { points: 200, duration: 3600 },
  /** Pages of the site that are opened from one address. */
  view: { points: 1200, duration: 600 },
  /** Everything else that writes, per person. */
  act: { points: 120, duration: 10 },
  /** Refusals of one kind that the audit is told: who knocks for hours fills no pages of it. */
  tellRefusal: { points: 1, duration: 60, isFixed: true },
  /** Looks of somebody into one conversation of another that the audit is told. */
  tellLook: { points: 1, duration: 3600, isFixed: true },
} as const satisfies Record<string, Rule>
export type Spending = keyof typeof rules

/**
 * Counts of this node, each over a window that begins with the first one in it. They need no other
 * service, so they hold when Redis is down; several nodes let through as many times as much.
 * `factor` multiplies every limit.
 */
export const openRate = (factor: number) => {
  const limiters = Object.fromEntries(
    Object.entries<Rule>(rules).map(([name, { points: of, duration, isFixed }]) => {
      const points = isFixed ? of : Math.ceil(of * factor)
      return [name, new RateLimiterMemory({ keyPrefix: name, points, duration })]
    }),
  ) as Record<Spending, RateLimiterMemory>
  return {
    /** Spends one; the Problem says when to come back. */
    async spend(what: Spending, key: string): Promise<Problem | null> {
      try {
        await limiters[what].consume(key)
        return null
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
        return new Problem('limited', 'tooFast', { values: { seconds: retryAfter }, retryAfter })
      }
    },
  }
}
export type Rate = ReturnType<typeof openRate>
