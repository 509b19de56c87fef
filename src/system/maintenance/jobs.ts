import type { Clock, Stop } from '../../clock'
import type { Log } from '../../log'

/** Work that comes round again and again, each kind of it once at a time. */
export const openJobs = ({ clock, log }: { clock: Pick<Clock, 'every'>; log: Log }) => {
  const timers: Stop[] = []
  const underway = new Set<Promise<void>>()
  return {
    every(ms: number, work: () => Promise<void>) {
      let busy = false
      const run = () => {
        if (busy) return
        busy = true
        const done = work()
          .catch((problem) => log.warn('a round of the maintenance failed', { problem }))
          .finally(() => {
            busy = false
            underway.delete(done)
          })
        underway.add(done)
      }
      timers.push(clock.every(ms, run))
    },
    /** Starts nothing more, and settles when nothing is underway. */
    async stop() {
      for (const stop of timers) stop()
      await Promise.all(underway)
    },
  }
}
