import { readDuration } from '../../../actors/durations'

/** The clock of the day that a preset leads to, in the zone of whoever asks. */
const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }
const MONDAY = 1
const WEEK = 7

/** Days from one to the next Monday, which is never the same day. */
const toMonday = (day: Temporal.ZonedDateTime) => (WEEK + MONDAY - day.dayOfWeek) % WEEK || WEEK

const mornings: Readonly<Record<string, (day: Temporal.ZonedDateTime) => number>> = {
  tomorrow: () => 1,
  monday: toMonday,
}

/** Names of mornings that a time may be called by, in a form. */
export const morningNames = Object.keys(mornings)

/**
 * A time as it is typed, in ms UTC: ISO 8601 with its offset; a day and a clock (`datetime-local`) in
 * `zone`, an IANA name or an offset; a duration from `now` on, as `2h`; or the name of a morning.
 * Undefined for what is none, like the 30th of February.
 */
export const timeIn = (typed: string, now: number, zone: string): number | undefined => {
  const text = typed.trim()
  const ms = readDuration(text)
  if (ms !== undefined) return now + ms
  const days = Object.hasOwn(mornings, text) ? mornings[text] : undefined
  if (days) {
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
    return today.add({ days: days(today) }).with(MORNING).epochMilliseconds
  }
  return instantIn(text, zone)
}

/** Of a clock that is there twice, or is passed over, the one that goes on as before. */
const instantIn = (text: string, zone: string): number | undefined => {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text)) return undefined
  try {
    return /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)
      ? Temporal.Instant.from(text).epochMilliseconds
      : Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(zone)
          .epochMilliseconds
  } catch (fault) {
    if (fault instanceof RangeError) return undefined
    throw fault
  }
}
