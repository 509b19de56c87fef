import type { Clock, Stop } from '../../clock'

/** Longest sleep, ms: a timer that is set further ahead is looked at again on the way. */
const SLEEP_MS = 60_000

/** Rings once, at the earliest moment it was set to. */
export const openAlarm = (clock: Clock, ring: () => void) => {
  let stop: Stop | undefined
  let ringsAt = Number.POSITIVE_INFINITY
  return {
    /** Sets it, unless it rings earlier already. */
    set(at: number) {
      if (at >= ringsAt) return
      stop?.()
      ringsAt = at
      stop = clock.after(Math.max(0, Math.min(at - clock.now(), SLEEP_MS)), () => {
        ringsAt = Number.POSITIVE_INFINITY
        ring()
      })
    },
    stop: () => stop?.(),
  }
}
