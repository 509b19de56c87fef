import { type Hours, type HoursException, hoursSchema } from '../../../actors/hours/hours'

/** ms UTC. */
export const at = (iso: string) => Temporal.ZonedDateTime.from(iso).epochMilliseconds
export const HOUR_MS = 3_600_000
export const MINUTE_MS = 60_000

export const days = (all: string): Hours['week'] => ({
  ...{ mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all },
})
export const week = (
  zone: string,
  open: Partial<Hours['week']>,
  exceptions: Partial<HoursException>[] = [],
) => hoursSchema.parse({ zone, week: { ...days(''), ...open }, exceptions })
export const office = { mon: '09:00-17:00', tue: '09:00-17:00', wed: '09:00-17:00' } as const

export const berlin = '[Europe/Berlin]'

export const split = week('Europe/Berlin', { mon: '09:00-12:30 13:30-18:00' })
export const night = week('Europe/Berlin', { sat: '22:00-02:00' })
export const allNights = week('Europe/Berlin', days('22:00-02:00'))
export const early = week('Europe/Berlin', { sun: '01:00-04:00' })
export const inTheGap = week('Europe/Berlin', { sun: '02:30-09:00' })
export const gapOnly = week('Europe/Berlin', { sun: '02:10-02:50' })
export const wholeDay = week('Europe/Berlin', { sun: '00:00-24:00' })
export const eastern = week('America/New_York', { sun: '01:00-04:00' })
export const easternNight = week('America/New_York', { sat: '22:00-02:30' })
export const southern = week('Australia/Sydney', { sun: '01:00-04:00' })
export const southernNight = week('Australia/Sydney', { sat: '22:00-06:00' })
export const always = week('Europe/Berlin', days('00:00-24:00'))
export const christmas = week('Europe/Berlin', days('09:00-17:00'), [
  { from: '2026-12-24', to: '2026-12-26', name: 'Christmas', yearly: true },
  { from: '2026-12-31', name: 'New Year’s Eve', open: '09:00-12:00', yearly: true },
  { from: '2026-11-27', name: 'Stock-taking', open: '13:00-18:00' },
  { from: '2026-12-06', to: '2026-12-06', calendar: 'works.ics', name: 'Works', open: '' },
  { from: '2026-12-06', name: 'Open Sunday', open: '12:00-16:00' },
])
export const overYear = week('Europe/Berlin', days('09:00-17:00'), [
  { from: '2025-12-28', to: '2026-01-02', yearly: true },
  { from: '2024-02-29', yearly: true },
])
export const shutAfterNight = week('Europe/Berlin', { sat: '22:00-02:00', sun: '10:00-12:00' }, [
  { from: '2026-03-15' },
])
