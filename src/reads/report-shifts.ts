import { dayText, localHourOf } from '../../actors/figures/calendar'
import { type DaySpan, type Duty, spansOfDay, totalsOf } from '../../actors/figures/shift'
import { dayStart } from '../../actors/search/day-start'
import type { Store } from '../store/store'
import { deskZone } from './desk-zone'

export type ShiftAsk = {
  /** By its number. */
  day: number
  /** Of one agent; of all where it is left out. */
  agent?: string
  /** Whose agents may be seen; null for all. */
  departments: readonly string[] | null
}

/** The day of one agent: what they were from when to when, and how long of each, ms. */
export type ShiftDay = {
  id: string
  name: string
  spans: readonly DaySpan[]
  totals: Readonly<Record<Duty, number>>
}

/** From when to when a day is, by the desk's clocks, ms UTC; of this one what has passed of it. */
export type ShiftsRead = { from: number; until: number; days: readonly ShiftDay[] }

/** The one read of shifts. */
export const readShifts = async (
  { shifts, agents }: Pick<Store, 'shifts' | 'agents'>,
  ask: ShiftAsk,
  now: number,
): Promise<ShiftsRead> => {
  const from = dayStart(dayText(ask.day), deskZone) ?? 0
  const ended = dayStart(dayText(ask.day + 1), deskZone) ?? from
  const until = Math.max(from, Math.min(ended, now))
  const rows = (await agents.all()).filter(
    ({ id, departments }) =>
      (ask.agent === undefined || ask.agent === id) &&
      (ask.departments === null || departments.some((one) => ask.departments?.includes(one))),
  )
  const days = await Promise.all(
    rows.map(async ({ id, name }): Promise<ShiftDay> => {
      const spans = spansOfDay(await shifts.spans(id, from, until), { from, until })
      return { id, name, spans, totals: totalsOf(spans) }
    }),
  )
  return { from, until, days: days.sort((one, other) => (one.name < other.name ? -1 : 1)) }
}

/** This day, by the desk's clocks. */
export const todayOf = (now: number): number => localHourOf(now, deskZone).day

/** Shifts as a table of files and of the command line: a row for each span. */
export const tableOfShifts = ({ days }: ShiftsRead) => ({
  columns: ['agent', 'name', 'from', 'to', 'seconds', 'duty', 'reason', 'by'],
  rows: days.flatMap(({ id, name, spans }) =>
    spans.map(({ at, until, duty, reason, by, byName }) => [
      ...[id, name, new Date(at).toISOString(), new Date(until).toISOString()],
      ...[Math.round((until - at) / 1_000), duty, reason, byName || by],
    ]),
  ),
})
