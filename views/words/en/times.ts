import type { Day } from '../times'

const months =
  'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`

/** A length of time in one unit: `18 seconds`, `1 minute`, `3 hours`. */
const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return plural(seconds, 'second')
  if (seconds < 3600) return plural(Math.round(seconds / 60), 'minute')
  return plural(Math.round(seconds / 3600), 'hour')
}

/** How long it will probably take; never below zero, never exact. */
const estimate = (ms: number): string => {
  const minutes = Math.ceil(Math.max(0, ms) / 60_000)
  if (minutes <= 1) return 'about a minute'
  return minutes < 50 ? `about ${minutes} minutes` : estimateHours(Math.round(minutes / 60))
}
const estimateHours = (hours: number): string =>
  hours <= 1 ? 'about an hour' : `about ${hours} hours`

const ordinal = (n: number): string => {
  const teen = n % 100 > 10 && n % 100 < 14
  return `${n}${(!teen && ['', 'st', 'nd', 'rd'][n % 10]) || 'th'}`
}

export const times = {
  duration,
  estimate,
  ordinal,
  today: 'Today',
  yesterday: 'Yesterday',
  /** A day separator: `Friday 20 November 2026`. */
  day: ({ weekday, date, month, year }: Day): string =>
    `${weekdays[weekday]} ${date} ${months[month]} ${year}`,
  /** A day in a list: `20 Nov`. */
  shortDay: ({ date, month }: Day): string => `${date} ${months[month]?.slice(0, 3)}`,
}
