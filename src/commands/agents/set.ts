import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { limits } from '../../../actors/limits'
import { isProblem, Problem } from '../../../actors/problem'
import { choosable } from '../departments/choosable'
import type { Desk } from '../desk'
import { neededName, read } from '../input'

const agentForm = z.strictObject({
  name: neededName,
  departments: z.array(z.string().max(64)).min(1),
  capacity: z.number().int().min(1).max(limits.capacity).default(5),
  mayReply: z.boolean().default(true),
  wrapUp: z.number().int().min(0).max(3_600_000).default(0),
})

/**
 * Makes an agent's place at the desk, or changes it. His account has the same id.
 * Problems: invalid (field) | `departmentUnknown`, conflict `notInThisState`.
 */
export const setAgent = async (desk: Desk, id: string, input: unknown): Promise<null | Problem> => {
  const form = read(agentForm, input)
  if (isProblem(form)) return form
  for (const department of form.departments)
    if (!(await choosable(desk, department)))
      return new Problem('invalid', 'departmentUnknown', { field: 'departments' })
  const sent = await desk.system.send(addressOf('agent', id), {
    type: 'hired',
    at: desk.clock.now(),
    ...form,
  })
  return sent.outcome === 'done' ? null : new Problem('conflict', 'notInThisState')
}
