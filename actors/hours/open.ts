import { type Span, spansOn } from './days'
import type { Hours } from './hours'

/** How far is looked ahead, days: every day of a year is among them. */
const AHEAD_DAYS = 400

/** It opens or closes, ms UTC. */
export type HoursChange = { at: number; opens: boolean }

/** Whether it is open at a time, ms UTC. */
export const isOpenAt = (hours: Hours, at: number): boolean => {
  if (hours.use === 'always') return true
  const [first] = openSpans(hours, at, 1)
  return first !== undefined && first[0] <= at
}

/** The next change after a time; null while none is in sight. */
export const changeAfter = (hours: Hours, at: number): HoursChange | null =>
  changesAfter(hours, at, 1)[0] ?? null

/** The next changes after a time, at most so many. */
export const changesAfter = (hours: Hours, at: number, most: number): HoursChange[] => {
  if (hours.use === 'always') return []
  const changes: HoursChange[] = []
  for (const [from, to] of openSpans(hours, at)) {
    if (from > at) changes.push({ at: from, opens: true })
    if (to !== Number.POSITIVE_INFINITY) changes.push({ at: to, opens: false })
    if (changes.length >= most) break
  }
  return changes.slice(0, most)
}

/** When one that is shut opens again, ms UTC; null while that is not in sight, or it is open. */
export const opensAfter = (hours: Hours, at: number): number | null => {
  const next = changeAfter(hours, at)
  return next?.opens ? next.at : null
}

/** How long it is open between two times, ms. */
export const openMs = (hours: Hours, from: number, to: number): number => {
  if (to <= from) return 0
  if (hours.use === 'always') return to - from
  let sum = 0
  for (const [opens, closes] of openSpans(hours, from)) {
    if (opens >= to) break
    sum += Math.min(closes, to) - Math.max(opens, from)
  }
  return sum
}

/**
 * When it has been open for so long since a time, ms UTC; null when it is not for as far as can be seen.
 * At once for nothing.
 */
export const openDeadline = (hours: Hours, from: number, ms: number): number | null => {
  if (hours.use === 'always' || ms <= 0) return from + Math.max(0, ms)
  let left = ms
  for (const [opens, closes] of openSpans(hours, from)) {
    const begins = Math.max(opens, from)
    if (closes - begins >= left) return begins + left
    left -= closes - begins
  }
  return null
}

/**
 * When it is open from a time on, in order: what touches is one, and what goes on for as far as can be
 * seen has no end. The first may have begun before.
 */
function* openSpans(hours: Hours, from: number, most = AHEAD_DAYS): Generator<Span> {
  const today = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(hours.zone)
    .toPlainDate()
  let open: Span | null = null
  // What began yesterday may run into today.
  for (let day = -1; day <= most; day += 1) {
    for (const span of spansOn(hours, today.add({ days: day }))) {
      if (open && span[0] <= open[1]) {
        open = [open[0], Math.max(open[1], span[1])]
        continue
      }
      if (open && open[1] > from) yield open
      open = span
    }
  }
  if (!open || open[1] <= from) return
  const isEndless = most === AHEAD_DAYS && open[1] - from > (AHEAD_DAYS - 2) * 86_400_000
  yield isEndless ? [open[0], Number.POSITIVE_INFINITY] : open
}
