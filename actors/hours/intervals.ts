/** A stretch of a day, in minutes since its midnight: `to` is over 1440 where it runs into the next day. */
export type Interval = { from: number; to: number }

export const DAY_MINUTES = 1440
/** Of one day. */
export const MOST_INTERVALS = 8

/** Why intervals cannot be read. */
export type IntervalFault = 'notRead' | 'overlap' | 'tooMany'

const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?$/
const HOUR_MINUTES = 60
const HOURS = 24

/** `9`, `9:00`, `09.00` or `24:00` in minutes; undefined for what is no time of day. */
export const readClock = (typed: string): number | undefined => {
  const [, hour, minute = '0'] = CLOCK.exec(typed.trim()) ?? []
  if (hour === undefined) return undefined
  const minutes = Number(hour) * HOUR_MINUTES + Number(minute)
  return Number(minute) < HOUR_MINUTES && minutes <= HOURS * HOUR_MINUTES ? minutes : undefined
}

/** `09:00`; what lies in the next day as it stands on its clock. Midnight at the end is `24:00`. */
export const clockText = (minutes: number): string => {
  const there = minutes > DAY_MINUTES ? minutes - DAY_MINUTES : minutes
  const [hour, minute] = [Math.floor(there / HOUR_MINUTES), there % HOUR_MINUTES]
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/**
 * What somebody typed for a day, `9:00-12:30, 13:30 – 18:00`: in order, and none in another. One that
 * ends before it begins runs over midnight. Nothing at all is a day that stays shut.
 */
export const readIntervals = (typed: string): Interval[] | IntervalFault => {
  const text = typed.replace(/\s*[-–—~～至]\s*/gu, '-').trim()
  const parts = text.split(/[\s,;，；、]+/u).filter((part) => part !== '')
  if (parts.length > MOST_INTERVALS) return 'tooMany'
  const found: Interval[] = []
  for (const part of parts) {
    const one = readInterval(part)
    if (!one) return 'notRead'
    found.push(one)
  }
  found.sort((one, other) => one.from - other.from)
  const isApart = found.every(({ from }, nth) => from >= (found[nth - 1]?.to ?? 0))
  return isApart ? found : 'overlap'
}

const readInterval = (part: string): Interval | undefined => {
  const [from, to, ...more] = part.split('-').map(readClock)
  if (from === undefined || to === undefined || more.length > 0) return undefined
  if (from === to || from === DAY_MINUTES) return undefined
  return { from, to: to > from ? to : to + DAY_MINUTES }
}

/** Intervals as they are kept and typed: `09:00-12:30 13:30-18:00`; empty for none. */
export const intervalsText = (intervals: readonly Interval[]): string =>
  intervals.map(({ from, to }) => `${clockText(from)}-${clockText(to)}`).join(' ')

/** The same of what was kept: what cannot be read is as if nothing stood there. */
export const keptIntervals = (kept: string): readonly Interval[] => {
  const read = readIntervals(kept)
  return typeof read === 'string' ? [] : read
}
