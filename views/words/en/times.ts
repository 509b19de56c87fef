import { durationIn, monthsOf, weekdaysOf } from '../calendar'
import type { Day } from '../times'

const months = monthsOf('en', 'long')
const shortMonths = monthsOf('en', 'short')
const weekdays = weekdaysOf('en')
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`

/** How long it will probably take; never below zero, never exact. */
const estimate = (ms: number): string => {
  const minutes = Math.ceil(Math.max(0, ms) / 60_000)
  if (minutes <= 1) return 'about a minute'
  return minutes < 50 ? `about ${minutes} minutes` : estimateHours(Math.round(minutes / 60))
}
const estimateHours = (hours: number): string =>
  hours <= 1 ? 'about an hour' : `about ${hours} hours`

export const times = {
  /** A length of time in one unit: `18 seconds`, `1 minute`, `3 hours`. */
  duration: durationIn('en', 'long'),
  estimate,
  ordinal: (n: number): string => `${n}${endings[ordinals.select(n)] ?? 'th'}`,
  today: 'Today',
  yesterday: 'Yesterday',
  /** A day separator: `Friday 20 November 2026`. */
  day: ({ weekday, date, month, year }: Day): string =>
    `${weekdays[weekday]} ${date} ${months[month]} ${year}`,
  /** A day in a list: `20 Nov`. */
  shortDay: ({ date, month }: Day): string => `${date} ${shortMonths[month]}`,
  dayAndClock: (day: string, clock: string): string => `${day}, ${clock}`,
}
