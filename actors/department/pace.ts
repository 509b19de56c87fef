import type { DepartmentContext as Context } from './context'

/** How many of the last takes count: the line of an hour ago says nothing about now. */
const REMEMBERED_INTERVALS = 10

/**
 * How fast the line moves: the time between two who were taken, counted only when the second
 * already waited at the first, so that an empty line never makes it look slow.
 */
export const pace = (
  context: Context,
  event: { at: number; taken: boolean; waited: number },
): Partial<Context> => {
  if (!event.taken) return {}
  const waitedSince = event.at - event.waited
  const interval = event.at - context.lastTaken
  const busy = context.lastTaken > 0 && waitedSince <= context.lastTaken && interval >= 0
  return {
    lastTaken: event.at,
    intervals: busy
      ? [...context.intervals, interval].slice(-REMEMBERED_INTERVALS)
      : context.intervals,
  }
}

/** The estimate needs a few takes before it says anything. */
const NEEDED_INTERVALS = 3

/**
 * An honest estimate of the wait at a place in the line (1 is next), in ms, never negative. Null
 * while too few were taken to say, and when the line has stood still longer than it took to take
 * all that are remembered.
 */
export const estimate = (
  intervals: readonly number[],
  lastTaken: number,
  place: number,
  now: number,
): number | null => {
  if (intervals.length < NEEDED_INTERVALS) return null
  const all = intervals.reduce((sum, interval) => sum + interval, 0)
  const mean = all / intervals.length
  const passed = Math.max(0, now - lastTaken)
  // However long the next one has waited, those behind wait for their own turns too.
  return passed > all ? null : Math.round(place * mean - Math.min(passed, mean))
}
