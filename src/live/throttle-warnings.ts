import type { Clock } from '../clock'
import type { Log } from '../log'

/** How long the same warning is counted before it is written again, ms. */
const QUIET_MS = 1_000

/**
 * A log that writes the same warning once a second, with how often it came: when the store is
 * gone, thousands of feeds find out in the same moment.
 */
export const throttleWarnings = (log: Log, clock: Clock): Log => {
  const told = new Map<string, { at: number; times: number }>()
  return {
    ...log,
    warn(message, about) {
      const now = clock.ticks()
      const last = told.get(message) ?? { at: Number.NEGATIVE_INFINITY, times: 0 }
      const times = last.times + 1
      if (now - last.at < QUIET_MS) {
        told.set(message, { at: last.at, times })
        return
      }
      told.set(message, { at: now, times: 0 })
      log.warn(message, times > 1 ? { ...about, times } : about)
    },
  }
}
