import { hoursOn, spansOn } from '../../actors/hours/days'
import { type Hours, weekdays } from '../../actors/hours/hours'
import { DAY_MINUTES, keptIntervals } from '../../actors/hours/intervals'
import { changeAfter, changesAfter, isOpenAt, opensAfter } from '../../actors/hours/open'
import { isActive } from '../../actors/summary'
import type {
  HoursDetails,
  HoursLine,
  HoursMoment,
  WeekRow,
} from '../../views/office/hours/details'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { Store } from '../store/store'
import { pageInMemory } from './lists/in-memory'

/** Changes that a page tells of. */
const TOLD_CHANGES = 4

/** Departments with whether they are open, in the order that is asked for. */
export const readHoursLines = async (
  store: Store,
  ask: ListAsk,
  limit: number,
  now: number,
): Promise<ListRows<HoursLine>> => {
  const rows = (await store.departments.all()).filter(isActive)
  const lines = rows.map(({ id, name, settings: { hours } }) => ({
    ...{ id, name, use: hours.use, zone: hours.use === 'always' ? '' : hours.zone },
    ...{ isOpen: isOpenAt(hours, now), next: changeAfter(hours, now) },
  }))
  return pageInMemory(lines, ask, limit, {
    text: ({ name, zone }) => `${name} ${zone}`,
    by: {
      name: ({ name }) => name,
      open: ({ isOpen }) => Number(isOpen),
      next: ({ next }) => next?.at ?? Number.MAX_SAFE_INTEGER,
      use: ({ use }) => use,
      zone: ({ zone }) => zone,
    },
    filters: {
      open: ({ isOpen }, typed) => typed === (isOpen ? 'open' : 'shut'),
      use: ({ use }, typed) => use === typed,
    },
  })
}

/** Somebody asks about a moment: a day and a clock as they typed it. */
export type Tried = { day: string; time: string }

type About = { of: string; name: string | null; hours: Hours; version: string; hasDesk: boolean }

/** Hours as their page shows them. */
export const readHours = (
  { hours, ...about }: About,
  now: number,
  tried: Tried | null,
): HoursDetails => {
  const there = wallOf(now, hours.zone)
  const isOpen = isOpenAt(hours, now)
  return {
    ...about,
    hours,
    week: weekOf(hours),
    today: there.dayOfWeek - 1,
    minute: there.hour * 60 + there.minute,
    isOpen,
    changes: changesAfter(hours, now, TOLD_CHANGES).map(({ at, opens }) => ({
      ...{ at, opens },
      exception: exceptionAt(hours, opens ? at : at - 1)?.name ?? null,
    })),
    tried: tried ? momentOf(hours, tried) : null,
    closed: hours.use === 'always' ? null : nextShut(hours, now, isOpen),
  }
}

/** As of when it is shut next, and when it opens again after that. */
const nextShut = (hours: Hours, now: number, isOpen: boolean): HoursDetails['closed'] => {
  const from = isOpen ? changeAfter(hours, now)?.at : now
  return from === undefined ? null : { from, opensAt: opensAfter(hours, from) }
}

const wallOf = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** By which exception it is as it is at a time; null for none. */
const exceptionAt = (hours: Hours, at: number) => {
  const date = wallOf(at, hours.zone).toPlainDate()
  const before = date.subtract({ days: 1 })
  const runsOver = spansOn(hours, before).some(([from, to]) => from <= at && at < to)
  return hoursOn(hours, runsOver ? before : date).exception
}

const weekOf = (hours: Hours): WeekRow[] =>
  weekdays.map((day, nth) => {
    const before = keptIntervals(hours.week[weekdays[(nth + 6) % 7] ?? 'sun'])
    const over = before.map(({ to }) => to - DAY_MINUTES).filter((to) => to > 0)
    const intervals = keptIntervals(hours.week[day])
    return { day, intervals, runsOver: over[0] ?? null }
  })

/** What holds at a moment that somebody typed; what is no time is told as such. */
const momentOf = (hours: Hours, { day, time }: Tried): HoursMoment => {
  const typed = { day, time }
  try {
    const wall = Temporal.PlainDateTime.from(`${day}T${time}`, { overflow: 'reject' })
    const then = wall.toZonedDateTime(hours.zone)
    const at = then.epochMilliseconds
    const next = changeAfter(hours, at)
    return {
      ...{ typed, at, isOpen: isOpenAt(hours, at), until: next?.at ?? null },
      exception: exceptionAt(hours, at)?.name ?? null,
      // The clocks are put on or back on this day.
      shifts: then.hoursInDay !== 24,
    }
  } catch (fault) {
    if (fault instanceof RangeError) return { typed, at: null }
    throw fault
  }
}
