import type { Clock } from '../clock'

/** How often each open page of a visitor asks at most what a lost ring would have told, ms. */
const ASK_EVERY_MS = 5_000

/**
 * Asks again what a lost ring would have told, of what costs a question for each page: less often than
 * the comparison that calls it.
 */
export const lostRings = (clock: Pick<Clock, 'ticks'>, ask: () => void) => {
  let askedAt = Number.NEGATIVE_INFINITY
  return {
    invalidate() {
      const now = clock.ticks()
      if (now - askedAt < ASK_EVERY_MS) return
      askedAt = now
      ask()
    },
  }
}
