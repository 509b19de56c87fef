import type { Clock, Stop } from '../../clock'
import type { Log } from '../../log'

/** Pause before what has failed is tried again, ms. */
const AGAIN_MS = 5_000

type Parts = { clock: Pick<Clock, 'every' | 'after'>; log: Log }

/** Work that comes round again and again, or when it is asked for, each kind of it once at a time. */
export const openJobs = ({ clock, log }: Parts) => {
  const timers: Stop[] = []
  /** The next round of what was asked for. */
  const planned = new Map<() => void, Stop>()
  const underway = new Set<Promise<unknown>>()
  let stopped = false

  /** Settles when it is over, however it ended; undefined for what failed. */
  const run = async <Outcome>(work: () => Promise<Outcome>): Promise<Outcome | undefined> => {
    const done = work().catch((problem) => {
      log.warn('a round of the maintenance failed', { problem })
      return undefined
    })
    underway.add(done)
    return done.finally(() => underway.delete(done))
  }

  return {
    every(ms: number, work: () => Promise<void>) {
      let busy = false
      const round = () => {
        if (busy) return
        busy = true
        void run(work).finally(() => {
          busy = false
        })
      }
      timers.push(clock.every(ms, round))
    },
    /**
     * What is done when it is asked for by the function returned, and again after a pause for as long as it
     * answers that there may be more of it, or fails.
     */
    whenAsked(pauseMs: number, work: () => Promise<boolean>): () => void {
      let busy = false
      let again = false
      const round = () => {
        if (busy || stopped) {
          again = true
          return
        }
        busy = true
        again = false
        void run(work).then((more) => {
          busy = false
          if (!again && more === false) return
          planned.get(round)?.()
          planned.set(round, clock.after(more === undefined ? AGAIN_MS : pauseMs, round))
        })
      }
      return round
    },
    /** Starts nothing more, and settles when nothing is underway. */
    async stop() {
      stopped = true
      for (const stop of [...timers, ...planned.values()]) stop()
      await Promise.all(underway)
    },
  }
}
