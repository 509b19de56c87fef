import type { Clock } from '../../clock'
import type { Log } from '../../log'

/** Actors that are looked at together. */
const TOGETHER = 200
/** How long after a look over all of them comes the next, ms. */
const REST_MS = 3_600_000

type Swept<Behind> = {
  behind(before: string | null, limit: number): Promise<{ behind: Behind[]; next: string | null }>
  says: { upToDate: string }
}

/** Looks over all of them, the newest first, for those of which not all is taken in. */
export const openSweep = <Behind>(
  swept: Swept<Behind>,
  { clock, log }: { clock: Pick<Clock, 'ticks'>; log: Log },
) => {
  /** Where it goes on; undefined while it rests. */
  let before: string | null | undefined = null
  let endedTicks = 0
  let found = 0

  return {
    again() {
      before = null
      found = 0
    },
    isUnderway: () => before !== undefined,
    /** Some that are behind; none while it rests. */
    async next(): Promise<Behind[]> {
      if (before === undefined && clock.ticks() - endedTicks >= REST_MS) before = null
      if (before === undefined) return []
      const from: string | null = before
      const { behind, next } = await swept.behind(from, TOGETHER)
      // Asked to begin again meanwhile.
      if (before !== from) return behind
      // Those that are behind are looked at again: one write does not take in all of a long one.
      if (behind.length > 0) {
        found += behind.length
        return behind
      }
      before = next ?? undefined
      if (next === null) {
        endedTicks = clock.ticks()
        if (found > 0) log.info(swept.says.upToDate)
        found = 0
      }
      return behind
    },
  }
}
