import { isDeepEqual } from '../../../actors/equal'
import { alwaysOpen, DESK_HOURS, type Hours, keptTimetable } from '../../../actors/hours/hours'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'

/**
 * Changes of a department's settings with its hours whole: those of the desk are copied, and who is to be
 * always open keeps the hours that it may go back to.
 * Problems: conflict `deskHoursMissing`.
 */
export const withWholeHours = async <Changes extends { hours?: Hours | undefined }>(
  desk: Desk,
  changes: Changes,
  now: Hours = alwaysOpen,
): Promise<Changes | Problem> => {
  const { hours } = changes
  if (!hours || hours.use === 'own') return changes
  if (hours.use === 'always')
    return isDeepEqual(hours, alwaysOpen)
      ? { ...changes, hours: { ...now, use: 'always' } }
      : changes
  const copied = await copyOfDesk(desk)
  return isProblem(copied) ? copied : { ...changes, hours: copied }
}

const copyOfDesk = async ({ store }: Desk): Promise<Hours | Problem> => {
  const kept = keptTimetable(await store.accounts.setting(DESK_HOURS))
  return kept
    ? { ...kept, use: 'desk' }
    : new Problem('conflict', 'deskHoursMissing', { field: 'use' })
}
