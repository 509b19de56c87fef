import type { Clock } from '../../clock'
import type { Store } from '../../store/store'

/** For how long a node has the work, ms: when it is gone, another takes it over after that. */
const LEASE_MS = 30_000
/** How long it rests after some work, in times of that work, where that is done by a server beside the desk. */
const RESTS_SHARED = 1
const SHORTEST_REST_MS = 5

/** Whose turn it is among nodes, and how much of its time this one may take. */
export const openTurns = (
  { name, rests, catchingUpRests }: { name: string; rests: number; catchingUpRests: number },
  { node, store, clock }: { node: string; store: Pick<Store, 'search' | 'shared'>; clock: Clock },
  { took }: { took: () => void },
) => {
  let had = false
  return {
    /** `took` is called when it was another's until now: what that one has heard is not known. */
    async isOurs(): Promise<boolean> {
      if (!store.shared) return true
      const now = clock.now()
      const has = await store.search.lease(name, node, now, now + LEASE_MS)
      if (has && !had) took()
      had = has
      return has
    },
    /** Pages and messages come first. */
    restMs: (workedMs: number, isRung: boolean): number => {
      const own = isRung ? rests : catchingUpRests
      return Math.max(
        SHORTEST_REST_MS,
        workedMs * (store.shared ? Math.min(own, RESTS_SHARED) : own),
      )
    },
  }
}
