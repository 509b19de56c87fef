import type { Hours, Weekday } from '../../../actors/hours/hours'
import type { Interval } from '../../../actors/hours/intervals'
import type { OfficeContext } from '../context'

/** A department as the list of hours has it. */
export type HoursLine = {
  id: string
  name: string
  use: Hours['use']
  /** Empty where it is always open. */
  zone: string
  isOpen: boolean
  next: { at: number; opens: boolean } | null
}

/** A day of the week; `runsOver` until when what began the day before lasts, in minutes. */
export type WeekRow = { day: Weekday; intervals: readonly Interval[]; runsOver: number | null }

/** What holds at a moment that somebody asked about; `at` is null for what is no time. */
export type HoursMoment = { typed: { day: string; time: string } } & (
  | { at: null }
  | {
      at: number
      isOpen: boolean
      /** When that changes, ms UTC; null when it is not in sight. */
      until: number | null
      /** The name of the exception by which it is so. */
      exception: string | null
      /** The clocks are put on or back on that day. */
      shifts: boolean
    }
)

/** Hours as their page shows them. */
export type HoursDetails = {
  /** The id of a department, or the word for the whole desk. */
  of: string
  /** Of the department; null for the whole desk. */
  name: string | null
  hours: Hours
  version: string
  /** The desk has hours, by which a department can go. */
  hasDesk: boolean
  week: readonly WeekRow[]
  /** Which day of the week it is there, and which minute of it. */
  today: number
  minute: number
  isOpen: boolean
  changes: readonly { at: number; opens: boolean; exception: string | null }[]
  tried: HoursMoment | null
  /** When it is shut next and opens again after that; null where it never is. */
  closed: { from: number; opensAt: number | null } | null
}

/** What the page of hours is given, and each part of it. */
export type HoursProps = OfficeContext & { details: HoursDetails }
