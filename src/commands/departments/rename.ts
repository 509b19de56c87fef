import { z } from 'zod'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { neededName } from '../input'
import { read } from '../input/read'
import { nameProblem } from './names'
import { send } from './send'

export const renameForm = z.strictObject({ name: neededName })

/**
 * Gives a department another name, everywhere it is shown.
 * Problems: invalid `name`, missing `departmentUnknown`, conflict `departmentTaken` | `parked`.
 */
export const renameDepartment = async (
  desk: Desk,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(renameForm, input)
  if (isProblem(form)) return form
  const taken = await nameProblem(desk, id, form.name)
  if (taken) return taken
  const sent = await send(desk, id, { type: 'renamed', at: desk.clock.now(), name: form.name })
  return sent === 'refused' ? new Problem('missing', 'departmentUnknown') : sent
}
