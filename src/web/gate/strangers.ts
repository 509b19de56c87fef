import { LRUCache } from 'lru-cache'
import type { Clock } from '../../clock'

/** How long it is remembered that a token is nobody's, ms. */
const UNKNOWN_TTL_MS = 1_000
/**
 * So often in that time the store is asked in vain. A page asks once or twice with a cookie that is
 * nobody's yet, and nobody waits for what they have just begun: not on another node either.
 */
const VAIN_ASKS = 3
/** Of how many tokens it is remembered: who makes up more is asked after each time. */
const MAX_UNKNOWN = 20_000

type Vain = { times: number; until: number }

/**
 * Tokens that were nobody's a moment ago, by their hashes: a burst of the same made-up cookies asks
 * the store a few times a second, and no more.
 */
const openVainAsks = (clock: Pick<Clock, 'ticks'>) => {
  const vain = new LRUCache<string, Vain>({ max: MAX_UNKNOWN })
  const fresh = (hash: string): Vain | undefined => {
    const known = vain.get(hash)
    return known && known.until > clock.ticks() ? known : undefined
  }
  return {
    has: (hash: string): boolean => (fresh(hash)?.times ?? 0) >= VAIN_ASKS,
    /** The store knows nobody by it. */
    add(hash: string): void {
      const { times, until } = fresh(hash) ?? { times: 0, until: clock.ticks() + UNKNOWN_TTL_MS }
      vain.set(hash, { times: times + 1, until })
    },
    /** From now on it is somebody's. */
    drop(hash: string): void {
      vain.delete(hash)
    },
  }
}

/** A visitor's token is nobody's session, and the other way round: each is known by itself. */
export const openStrangers = (clock: Pick<Clock, 'ticks'>) => ({
  visitors: openVainAsks(clock),
  sessions: openVainAsks(clock),
})
export type Strangers = ReturnType<typeof openStrangers>
