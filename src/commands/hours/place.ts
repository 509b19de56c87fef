import { alwaysOpen, DESK_HOURS, type Hours, keptTimetable } from '../../../actors/hours/hours'
import { Problem } from '../../../actors/problem'
import type { DepartmentRow } from '../../../actors/summary'
import type { Desk } from '../desk'

/** How the hours of the whole desk are called in addresses, where others have the id of a department. */
export const WHOLE_DESK = 'desk'

/** Whose hours they are: a department's, or `row` is null for those of the whole desk. */
export type HoursPlace = { of: string; row: DepartmentRow | null; hours: Hours }

/** Those of the whole desk, as they are stored. */
export const deskHours = (stored: string | undefined): Hours => {
  const kept = keptTimetable(stored)
  return kept ? { ...kept, use: 'own' } : alwaysOpen
}

/** Problems: missing. */
export const hoursPlace = async ({ store }: Desk, of: string): Promise<HoursPlace | Problem> => {
  if (of === WHOLE_DESK) {
    return { of, row: null, hours: deskHours(await store.accounts.setting(DESK_HOURS)) }
  }
  const row = await store.departments.find(of)
  return row ? { of, row, hours: row.settings.hours } : new Problem('missing', 'missing')
}

/** Tells one state of hours from its others; a form of the office brings it back. */
export const hoursVersion = (hours: Hours): string => Bun.hash(JSON.stringify(hours)).toString(36)
