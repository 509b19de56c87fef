import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { agentSettings } from '../../../actors/agent/settings'
import { isProblem, Problem } from '../../../actors/problem'
import type { TurnExtras } from '../../system/send'
import { choosable } from '../departments/choosable'
import type { Desk } from '../desk'
import { neededName } from '../input'
import { read } from '../input/read'

/** Departments somebody answers for, by their ids. */
export const departmentIds = z.array(z.string().max(64)).min(1)

const placeForm = z.strictObject({
  name: neededName,
  departments: departmentIds,
  ...agentSettings.changes,
})

/**
 * Gives an account its place at the desk; the agent has the account's id. What is not named of the
 * settings is as it is for everybody in the beginning. `replies` says whether their role lets them answer,
 * and `beside` is written with it.
 * Problems: invalid (field) | `departmentUnknown`, conflict `notInThisState` (has one already) |
 * `parked` | `emailTaken`.
 */
export const seatAgent = async (
  desk: Desk,
  id: string,
  input: unknown,
  replies = true,
  beside?: TurnExtras,
): Promise<null | Problem> => {
  const form = read(placeForm, input)
  if (isProblem(form)) return form
  const { name, departments, ...changes } = form
  const unknown = await departmentProblem(desk, departments)
  if (unknown) return unknown
  const at = desk.clock.now()
  const event = { type: 'hired', at, name, departments, changes, replies } as const
  const sent = await desk.system.send(addressOf('agent', id), event, beside)
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome === 'done') return null
  const isTaken = sent.outcome === 'refused' && sent.account === 'taken'
  if (isTaken) return new Problem('conflict', 'emailTaken', { field: 'email' })
  return new Problem('conflict', 'notInThisState')
}

/** What is wrong with departments somebody shall answer for. */
export const departmentProblem = async (
  desk: Desk,
  departments: readonly string[],
): Promise<Problem | null> => {
  for (const department of departments)
    if (!(await choosable(desk, department)))
      return new Problem('invalid', 'departmentUnknown', { field: 'departments' })
  return null
}
