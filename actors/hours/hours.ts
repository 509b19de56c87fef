import { z } from 'zod'
import { type IntervalFault, intervalsText, readIntervals } from './intervals'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/**
 * What holds on some days instead of the week: `open` as intervals are kept, empty where it stays shut.
 * What is by hand holds before what came from a `calendar`, which is its name; else the first in the list.
 */
export type HoursException = {
  /** First and last day, `2026-12-24`. */
  from: string
  to: string
  name: string
  open: string
  /** On the same days of every year; the 29th of February in leap years. */
  yearly: boolean
  /** The calendar that it came from; empty for one by hand. */
  calendar: string
}

/** When it is open, by the clocks of its `zone`. */
export type Timetable = {
  zone: string
  week: Readonly<Record<Weekday, string>>
  exceptions: readonly HoursException[]
}

/** Which of them hold for a department: it is always open, by hours of its own or those of the desk. */
export const hoursUses = ['always', 'own', 'desk'] as const

/** The hours of a department. With `desk` they are a copy, which is made anew whenever those change. */
export type Hours = Timetable & { use: (typeof hoursUses)[number] }

export const hoursLimits = { exceptions: 500, name: 100, calendar: 100, zone: 64 } as const

/** Under which name the desk keeps the hours of the whole of it. */
export const DESK_HOURS = 'deskHours'

export const usualWeek = {
  ...{ mon: '09:00-17:00', tue: '09:00-17:00', wed: '09:00-17:00', thu: '09:00-17:00' },
  ...{ fri: '09:00-17:00', sat: '', sun: '' },
} as const satisfies Timetable['week']

export const alwaysOpen: Hours = { use: 'always', zone: 'UTC', week: usualWeek, exceptions: [] }

const known = new Map<string, boolean>()
/** A text of another length is no name of a zone, and is not remembered. */
const MOST_KNOWN = 1000

/** Whether it is the name of a zone, as `Europe/Berlin` or `UTC`. */
export const isZone = (name: string): boolean => {
  if (!/^[A-Za-z][\w+/-]{1,63}$/.test(name)) return false
  const before = known.get(name)
  if (before !== undefined) return before
  let is = true
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
  } catch {
    is = false
  }
  if (known.size < MOST_KNOWN) known.set(name, is)
  return is
}

/** A day of the calendar, `2026-12-24`. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** Days that an exception lasts at most, from its first to its last. */
const LONGEST_DAYS = 366
const DAY_MS = 86_400_000

/** Whether the last of some days is none before the first, nor too far from it. */
export const areDays = ({ from, to }: { from: string; to: string }): boolean =>
  isDay(from) &&
  isDay(to) &&
  from <= to &&
  Date.parse(to) - Date.parse(from) < LONGEST_DAYS * DAY_MS

const day = z.string().refine(isDay)

/** As somebody types it, as it is kept. */
const intervals = z
  .string()
  .max(200)
  .transform((typed, check) => {
    const read = readIntervals(typed)
    if (typeof read !== 'string') return intervalsText(read)
    check.addIssue({ code: 'custom', message: read satisfies IntervalFault })
    return z.NEVER
  })
  .default('')

const exception = z
  .strictObject({
    from: day,
    to: day.optional(),
    name: z.string().trim().max(hoursLimits.name).default(''),
    open: intervals,
    yearly: z.boolean().default(false),
    calendar: z.string().max(hoursLimits.calendar).default(''),
  })
  .transform((one): HoursException => ({ ...one, to: one.to ?? one.from }))
  .refine(areDays)

/** Untrusted hours: what is left out of a week stays shut, what is left out beside it is as it begins. */
export const timetableSchema = z.strictObject({
  zone: z.string().refine(isZone),
  week: z.strictObject({
    ...{ mon: intervals, tue: intervals, wed: intervals, thu: intervals },
    ...{ fri: intervals, sat: intervals, sun: intervals },
  }),
  exceptions: z.array(exception).max(hoursLimits.exceptions).default([]),
})

/** The same of a department. */
export const hoursSchema = timetableSchema.extend({
  use: z.enum(hoursUses).default('own'),
})

/** Hours as they were kept for the whole desk; null where none were. */
export const keptTimetable = (kept: string | null | undefined): Timetable | null => {
  if (!kept) return null
  try {
    const read = timetableSchema.safeParse(JSON.parse(kept))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
