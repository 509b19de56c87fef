import { z } from 'zod'
import { departmentSettings } from '../../../actors/department/settings'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { read } from '../input'
import { send } from './send'

const configureForm = z.strictObject(departmentSettings.changes)

/**
 * Changes how a department works. What is not named stays as it is. Times hold for conversations
 * that are opened from now on.
 * Problems: invalid (field), missing `departmentUnknown`, conflict `parked`.
 */
export const configureDepartment = async (
  desk: Desk,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const changes = read(configureForm, input)
  if (isProblem(changes)) return changes
  const sent = await send(desk, id, { type: 'configured', at: desk.clock.now(), changes })
  return sent === 'refused' ? new Problem('missing', 'departmentUnknown') : sent
}
