import { z } from 'zod'
import { type DepartmentSettings, departmentSettings } from '../../../actors/department/settings'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { withWholeHours } from '../hours/complete'
import { read } from '../input/read'
import { visitorNameProblem } from './names'
import { withOverflow } from './overflow'
import { send } from './send'

const configureForm = z.strictObject(departmentSettings.changes)

/**
 * Changes how a department works. What is not named stays as it is. Times hold for conversations
 * that are opened from now on. With `before` only where it works so until now.
 * Problems: invalid (field) | `overflowLoops`, missing `departmentUnknown`, conflict `changedMeanwhile` | `parked` |
 * `deskHoursMissing` | `departmentTaken` (field).
 */
export const configureDepartment = async (
  desk: Desk,
  id: string,
  input: unknown,
  before?: DepartmentSettings,
): Promise<null | Problem> => {
  const given = read(configureForm, input)
  if (isProblem(given)) return given
  // Who saw what was there says all of what is to be.
  const row = given.hours && !before ? await desk.store.departments.find(id) : undefined
  const whole = await withWholeHours(desk, given, row?.settings.hours)
  if (isProblem(whole)) return whole
  const changes = await withOverflow(desk, id, whole)
  if (isProblem(changes)) return changes
  const taken = await visitorNameProblem(desk, id, changes)
  if (taken) return taken
  const seen = before && { before }
  const sent = await send(desk, id, { type: 'configured', at: desk.clock.now(), changes, ...seen })
  if (sent !== 'refused') return sent
  const known = before && (await desk.store.departments.find(id))
  return known
    ? new Problem('conflict', 'changedMeanwhile')
    : new Problem('missing', 'departmentUnknown')
}
