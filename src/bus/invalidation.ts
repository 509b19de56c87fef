import type { Clock, Stop } from '../clock'

/** Doubt makes everybody read again: not more often than this, in ms. */
const GAP_CHECK_MS = 1_000

/** Tells those who listen that rings may have been missed, at most so often. */
export const openInvalidation = (clock: Pick<Clock, 'after'>) => {
  const listeners = new Set<{ hear: () => void }>()
  let resting: Stop | undefined
  let again = false

  const invalidate = () => {
    if (resting !== undefined) {
      again = true
      return
    }
    for (const { hear } of listeners) hear()
    resting = clock.after(GAP_CHECK_MS, () => {
      resting = undefined
      if (!again) return
      again = false
      invalidate()
    })
  }

  return {
    invalidate,
    listen(hear: () => void) {
      const listener = { hear }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      resting?.()
      listeners.clear()
    },
  }
}
