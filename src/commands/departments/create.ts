import { z } from 'zod'
import { departmentSettings } from '../../../actors/department/settings'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { withWholeHours } from '../hours/complete'
import { neededName } from '../input'
import { read } from '../input/read'
import { nameProblem, visitorNameProblem } from './names'
import { withOverflow } from './overflow'
import { send } from './send'

const createForm = z.strictObject({
  id: z.string().max(64).optional(),
  name: neededName,
  ...departmentSettings.changes,
})

/**
 * Makes a department. What is not named of the settings is as it is for all in the beginning.
 * Answers its id.
 * Problems: invalid (field), conflict `deskHoursMissing` | `departmentTaken` | `notInThisState` (there is one of that id)
 * | `parked`.
 */
export const createDepartment = async (desk: Desk, input: unknown): Promise<string | Problem> => {
  const form = read(createForm, input)
  if (isProblem(form)) return form
  const { id = desk.clock.id(), name, ...given } = form
  const whole = await withWholeHours(desk, given)
  if (isProblem(whole)) return whole
  const changes = await withOverflow(desk, id, whole)
  if (isProblem(changes)) return changes
  const taken = (await nameProblem(desk, id, name)) ?? (await visitorNameProblem(desk, id, changes))
  if (taken) return taken
  const sent = await send(desk, id, { type: 'created', at: desk.clock.now(), name, changes })
  if (sent === 'refused') return new Problem('conflict', 'notInThisState')
  return sent ?? id
}
