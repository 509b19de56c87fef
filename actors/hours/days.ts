import { type HoursException, type Timetable, weekdays } from './hours'
import { DAY_MINUTES, type Interval, keptIntervals } from './intervals'

/** A time that it is open, ms UTC: from the first to before the second. */
export type Span = readonly [from: number, to: number]

/** What holds on a day, and by which exception. */
export type DayHours = { intervals: readonly Interval[]; exception: HoursException | null }

/** Worked out once for each day of hours that are asked again and again. */
const known = new WeakMap<Timetable, Map<string, readonly Span[]>>()
const MOST_DAYS = 1500

/** What holds on a day by its hours: what begins then, though it may run into the next. */
export const hoursOn = (hours: Timetable, date: Temporal.PlainDate): DayHours => {
  const fitting = hours.exceptions.filter((one) => isOn(one, date))
  const exception = fitting.find(({ calendar }) => calendar === '') ?? fitting[0] ?? null
  const weekday = weekdays[date.dayOfWeek - 1] ?? 'mon'
  return { intervals: keptIntervals(exception?.open ?? hours.week[weekday]), exception }
}

/** Whether an exception holds on a day. */
const isOn = ({ from, to, yearly }: HoursException, date: Temporal.PlainDate): boolean => {
  const day = date.toString()
  if (!yearly) return from <= day && day <= to
  if (from === to) return day.slice(4) === from.slice(4)
  const days = Temporal.PlainDate.from(from).until(to).days
  // It may have begun in the year before.
  return [0, 1].some((ago) => {
    const first = Temporal.PlainDate.from(from).with({ year: date.year - ago })
    const passed = first.until(date).days
    return passed >= 0 && passed <= days
  })
}

/** When it is open by what begins on a day, in order. */
export const spansOn = (hours: Timetable, date: Temporal.PlainDate): readonly Span[] => {
  const spans = known.get(hours) ?? new Map<string, readonly Span[]>()
  const key = date.toString()
  const before = spans.get(key)
  if (before) return before
  const made = hoursOn(hours, date).intervals.flatMap(({ from, to }): Span[] => {
    const span = [instantOf(date, from, hours.zone), instantOf(date, to, hours.zone)] as const
    // Both may lie in the hour that the clocks pass over.
    return span[0] < span[1] ? [span] : []
  })
  if (spans.size >= MOST_DAYS) spans.clear()
  known.set(hours, spans.set(key, made))
  return made
}

/**
 * When the clocks of a zone show so many minutes of a day, ms UTC. Of a time that they show twice it is
 * the first; one that they pass over is when they do so: what opens at half past two opens at three.
 */
const instantOf = (date: Temporal.PlainDate, minutes: number, zone: string): number => {
  const days = Math.floor(minutes / DAY_MINUTES)
  const there = (days === 0 ? date : date.add({ days })).toPlainDateTime({
    hour: Math.floor((minutes % DAY_MINUTES) / 60),
    minute: minutes % 60,
  })
  const then = there.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (then.toPlainDateTime().equals(there)) return then.epochMilliseconds
  return then.getTimeZoneTransition('next')?.epochMilliseconds ?? then.epochMilliseconds
}
