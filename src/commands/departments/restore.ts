import { Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { nameProblem, visitorNameProblem } from './names'
import { send } from './send'

/**
 * Brings a department back that was removed, as it was. One that was not is left as it is.
 * Problems: missing `departmentUnknown`, conflict `departmentTaken` | `parked`.
 */
export const restoreDepartment = async (desk: Desk, id: string): Promise<null | Problem> => {
  const known = await desk.store.departments.find(id)
  if (!known) return new Problem('missing', 'departmentUnknown')
  const taken =
    (await nameProblem(desk, id, known.name)) ??
    (await visitorNameProblem(desk, id, known.settings))
  if (taken) return taken
  const sent = await send(desk, id, { type: 'restored', at: desk.clock.now() })
  return sent === 'refused' ? null : sent
}
