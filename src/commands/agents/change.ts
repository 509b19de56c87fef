import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { agentSettings } from '../../../actors/agent/settings'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { neededName } from '../input'
import { read } from '../input/read'
import { repliesBy, roleOf } from '../roles/of'
import { departmentIds, departmentProblem, seatAgent } from './seat'

const changeForm = z.strictObject({
  name: neededName.optional(),
  departments: departmentIds.optional(),
  ...agentSettings.changes,
})

/**
 * Changes an agent: the name, the departments they answer for, the settings. What is not named
 * stays as it is, and so does what they hold. An account that has no place yet gets one with its
 * first departments. `replies` says whether their role lets them answer visitors.
 * Problems: invalid (field) | `departmentUnknown`, conflict `notInThisState` (no place) | `parked`.
 */
export const changeAgent = async (
  desk: Desk,
  id: string,
  input: unknown,
  replies?: boolean,
): Promise<null | Problem> => {
  const form = read(changeForm, input)
  if (isProblem(form)) return form
  const { name, departments, ...changes } = form
  const unknown = await departmentProblem(desk, departments ?? [])
  if (unknown) return unknown
  const at = desk.clock.now()
  const event = { type: 'changed', at, name, departments, changes, replies } as const
  const { outcome } = await desk.system.send(addressOf('agent', id), event)
  if (outcome === 'parked') return new Problem('conflict', 'parked')
  const isDone = outcome === 'done' || replies !== undefined
  const refused = isDone ? null : await seatFirst(desk, id, form)
  if (refused) return refused
  if (name !== undefined) await desk.store.accounts.rename(id, name)
  return null
}

const seatFirst = async (desk: Desk, id: string, form: z.output<typeof changeForm>) => {
  const account = await desk.store.accounts.byId(id)
  if (!account || !form.departments) return new Problem('conflict', 'notInThisState')
  const role = await roleOf(desk, account.role)
  const replies = role !== undefined && repliesBy(role)
  return seatAgent(desk, id, { ...form, name: form.name ?? account.name }, replies)
}
