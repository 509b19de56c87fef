import { isDeepEqual } from '../../../actors/equal'
import { DESK_HOURS, type Hours, hoursLimits, type Timetable } from '../../../actors/hours/hours'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { auditing, auditRow, commandLine } from '../audit'
import { configureDepartment } from '../departments/configure'
import type { Desk } from '../desk'
import { deskHours, type HoursPlace, hoursVersion } from './place'

/** What changes of hours, and which state of them a form was made from, where one was. */
export type HoursChange = { version: string | undefined; hours: Hours }

/**
 * Saves the hours of a department, or of the whole desk and of all departments that go by them. `by` is
 * left out on the command line.
 * Problems: invalid `tooManyExceptions`, conflict `changedMeanwhile` | `deskHoursMissing` | `parked`.
 */
export const saveHours = async (
  desk: Desk,
  place: HoursPlace,
  { version, hours }: HoursChange,
  by?: Staff,
): Promise<null | Problem> => {
  if (version !== undefined && version !== hoursVersion(place.hours))
    return new Problem('conflict', 'changedMeanwhile')
  if (hours.exceptions.length > hoursLimits.exceptions)
    return new Problem('invalid', 'tooManyExceptions', {
      values: { limit: hoursLimits.exceptions },
    })
  if (isDeepEqual(hours, place.hours)) return null
  const { of, row } = place
  if (!row) return saveDeskHours(desk, place, hours, by)
  const detail = { value: row.name, ...changeOf(place.hours, hours) }
  const told = auditRow(desk, by ?? commandLine, 'hoursChanged', `department:${of}`, detail)
  return configureDepartment(auditing(desk, told), of, { hours }, row.settings)
}

const saveDeskHours = async (
  desk: Desk,
  { hours: before }: HoursPlace,
  { use: _, ...timetable }: Hours,
  by: Staff | undefined,
): Promise<null | Problem> => {
  const { store } = desk
  const stored = await store.accounts.setting(DESK_HOURS)
  const next = JSON.stringify(timetable satisfies Timetable)
  const detail = changeOf(before, { ...timetable, use: 'own' })
  const told = auditRow(desk, by ?? commandLine, 'hoursChanged', 'desk', detail)
  const isAsSeen = isDeepEqual(deskHours(stored), before)
  if (!isAsSeen || !(await store.accounts.changeSetting(DESK_HOURS, stored, next, told)))
    return new Problem('conflict', 'changedMeanwhile')
  const copied = (await store.departments.all()).filter(
    ({ settings }) => settings.hours.use === 'desk',
  )
  for (const { id } of copied) {
    const outcome = await configureDepartment(desk, id, { hours: { ...timetable, use: 'desk' } })
    if (isProblem(outcome)) return outcome
  }
  return null
}

const changeOf = (before: Hours, after: Hours) => ({
  ...{ 'was.hours': hoursWords(before), 'is.hours': hoursWords(after) },
})

/** Characters of hours that the audit keeps. */
const KEPT_CHARS = 400

/** Hours in a line, as the audit has them. */
export const hoursWords = ({ use, zone, week, exceptions }: Hours): string => {
  if (use === 'always') return use
  const open = Object.entries(week).map(([day, text]) => `${day} ${text || '-'}`)
  const days = exceptions.map(
    ({ from, to, open }) => `${from}${to === from ? '' : `/${to}`} ${open || '-'}`,
  )
  return [use, zone, ...open, ...days].join('; ').slice(0, KEPT_CHARS)
}
