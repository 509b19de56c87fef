const DAY_MS = 86_400_000

/** Days since the first of 1970, by the clocks of a zone, and which hour of the day they show. */
export type LocalHour = { day: number; hour: number }

export const localHourOf = (at: number, zone: string): LocalHour => {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return { day: dayOfDate(there.year, there.month, there.day), hour: there.hour }
}

const dayOfDate = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / DAY_MS

/** The number of a day (`2026-01-31`); null when there is no such day. */
export const dayNumber = (text: string): number | null => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const day = dayOfDate(Number(year), Number(month), Number(date))
  return Number.isInteger(day) && dayText(day) === text ? day : null
}

/** `2026-01-31`. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** 0 for Monday. */
export const weekdayOf = (day: number): number => (day + 3) % 7

/** The Monday of its week, and the first of its month. */
export const weekOf = (day: number): number => day - weekdayOf(day)
export const monthOf = (day: number): number => dayNumber(`${dayText(day).slice(0, 8)}01`) ?? day
