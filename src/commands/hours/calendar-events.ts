import ICAL from 'ical.js'
import {
  type Hours,
  type HoursException,
  hoursLimits,
  isZone,
  weekdays,
} from '../../../actors/hours/hours'
import {
  DAY_MINUTES,
  type Interval,
  intervalsText,
  keptIntervals,
} from '../../../actors/hours/intervals'

/** Whose hours they change, as of when, and what the calendar is called. */
type About = { hours: Hours; at: number; name: string }

/** How far what comes again is looked at, days; and how often it may come until then. */
const AHEAD_DAYS = 731
const MOST_TIMES = 5000
const LONGEST_DAYS = 366

/** What an event lasts from and to, by the clocks of the hours; whole days end before the second. */
type Lasting = { from: Temporal.PlainDateTime; to: Temporal.PlainDateTime; isWhole: boolean }

/** Days that are not as the week has them, by the events of a calendar that are not over. */
export const exceptionsOf = (calendar: ICAL.Component, about: About): HoursException[] => {
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  for (const event of events.filter((one) => one.isRecurrenceException()))
    events.find(({ uid }) => uid === event.uid)?.relateException(event)
  const found = events
    .filter((event) => !event.isRecurrenceException() && !isCancelled(event))
    .flatMap((event) => exceptionsBy(event, about))
  // Calendars have the same day more than once, as a holiday of several countries.
  return [...new Map(found.map((one) => [`${one.from} ${one.to} ${one.open}`, one])).values()]
}

const isCancelled = (event: ICAL.Event): boolean =>
  event.component.getFirstPropertyValue('status') === 'CANCELLED'

const exceptionsBy = (event: ICAL.Event, about: About): HoursException[] => {
  const first = lasting(event, event.startDate, event.endDate, about)
  if (first.isWhole && isYearly(event)) return onDays(event, first, about, true)
  return timesOf(event, first, about).flatMap((one) => onDays(event, one, about, false))
}

/** It comes on the same days of every year, without an end and without one left out. */
const isYearly = (event: ICAL.Event): boolean => {
  const rules = event.component.getAllProperties('rrule')
  const [rule] = rules.map((one) => one.getFirstValue())
  if (rules.length !== 1 || !(rule instanceof ICAL.Recur)) return false
  const isPlain = Object.keys(rule.parts).every(
    (part) => part === 'BYMONTH' || part === 'BYMONTHDAY',
  )
  const isOne = Object.values(rule.parts).every(
    (values) => Array.isArray(values) && values.length < 2,
  )
  const goesOn = rule.count === null && rule.until === null && rule.interval === 1
  const hasGaps = event.component.hasProperty('exdate') || event.component.hasProperty('rdate')
  return rule.freq === 'YEARLY' && isPlain && isOne && goesOn && !hasGaps
}

/** Each time that it comes from now on, for as far as is looked. */
const timesOf = (event: ICAL.Event, first: Lasting, { hours, at, name }: About): Lasting[] => {
  const today = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(hours.zone)
    .toPlainDateTime()
  const isAhead = ({ to }: Lasting) => Temporal.PlainDateTime.compare(to, today) > 0
  if (!event.isRecurring()) return [first].filter(isAhead)
  const end = today.add({ days: AHEAD_DAYS })
  const found: Lasting[] = []
  const times = event.iterator()
  for (let nth = 0; nth < MOST_TIMES && found.length <= hoursLimits.exceptions; nth += 1) {
    const next = times.next()
    if (!next) break
    const { startDate, endDate } = event.getOccurrenceDetails(next)
    const one = lasting(event, startDate, endDate, { hours, at, name })
    if (Temporal.PlainDateTime.compare(one.from, end) > 0) break
    if (isAhead(one)) found.push(one)
  }
  return found
}

const lasting = (event: ICAL.Event, from: ICAL.Time, to: ICAL.Time, { hours }: About): Lasting => {
  const given = event.component.getFirstProperty('dtstart')?.getParameter('tzid')
  const there = (time: ICAL.Time) =>
    wallOf(time, typeof given === 'string' ? given : '', hours.zone)
  return { from: there(from), to: there(to), isWhole: from.isDate }
}

/** A time by the clocks of a zone. One without a zone, or with one that nobody knows, is as it stands. */
const wallOf = (time: ICAL.Time, given: string, zone: string): Temporal.PlainDateTime => {
  const { year, month, day } = time
  const parts = time.isDate ? {} : { hour: time.hour, minute: time.minute }
  const wall = Temporal.PlainDateTime.from({ year, month, day, ...parts })
  if (time.isDate) return wall
  const own = time.zone?.tzid === 'UTC' ? 'UTC' : given
  return isZone(own) ? wall.toZonedDateTime(own).withTimeZone(zone).toPlainDateTime() : wall
}

const onDays = (
  event: ICAL.Event,
  { from, to, isWhole }: Lasting,
  { hours, name: calendar }: About,
  yearly: boolean,
): HoursException[] => {
  const name = (event.summary ?? '').trim().slice(0, hoursLimits.name).toWellFormed()
  const first = from.toPlainDate()
  const common = { name, yearly, calendar }
  if (isWhole) {
    const days = Math.min(Math.max(1, first.until(to.toPlainDate()).days), LONGEST_DAYS)
    const last = first.add({ days: days - 1 })
    return [{ ...common, from: first.toString(), to: last.toString(), open: '' }]
  }
  const days = Math.min(first.until(to.toPlainDate()).days, LONGEST_DAYS)
  return Array.from({ length: days + 1 }, (_, nth) => first.add({ days: nth })).flatMap((date) => {
    const cut = { from: minutesOf(from, date, 0), to: minutesOf(to, date, DAY_MINUTES) }
    const before = keptIntervals(hours.week[weekdays[date.dayOfWeek - 1] ?? 'mon'])
    const open = intervalsText(before.flatMap((one) => without(one, cut)))
    const day = date.toString()
    // Where it is shut anyway nothing changes.
    return cut.from >= cut.to || open === intervalsText(before)
      ? []
      : [{ ...common, from: day, to: day, open }]
  })
}

/** Which minute of a day a time is; `other` where it lies outside of it. */
const minutesOf = (
  time: Temporal.PlainDateTime,
  date: Temporal.PlainDate,
  other: number,
): number => (time.toPlainDate().equals(date) ? time.hour * 60 + time.minute : other)

/** What is left of a stretch without another. */
const without = ({ from, to }: Interval, cut: Interval): Interval[] =>
  [
    { from, to: Math.min(to, cut.from) },
    { from: Math.max(from, cut.to), to },
  ].filter((rest) => rest.from < rest.to)
