import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { strategies } from '../../../actors/entry'
import { defaultTimings } from '../../../actors/limits'
import { isProblem, Problem } from '../../../actors/problem'
import { isActive, REMOVED } from '../../store/ports/departments'
import type { Desk } from '../desk'
import { neededName, read, readsAlike } from '../input'
import { choosable } from './choosable'

const milliseconds = z
  .number()
  .int()
  .min(1000)
  .max(7 * 24 * 3_600_000)

const departmentForm = z.strictObject({
  id: z.string().max(64).optional(),
  name: neededName,
  strategy: z.enum(strategies).default('least-loaded'),
  acceptance: z.enum(['automatic', 'manual']).default('automatic'),
  timings: z
    .strictObject({ patience: milliseconds, accept: milliseconds, silence: milliseconds })
    .default(defaultTimings),
})

/**
 * Opens a department, one that was removed too, or changes how one works. Answers its id.
 * Problems: invalid (field), conflict `departmentTaken` | `notInThisState`.
 */
export const setDepartment = async (desk: Desk, input: unknown): Promise<string | Problem> => {
  const form = read(departmentForm, input)
  if (isProblem(form)) return form
  const { id = desk.clock.id(), ...rest } = form
  const taken = await namesake(desk, id, form.name)
  if (taken) return new Problem('conflict', 'departmentTaken', { values: { name: taken.name } })
  const sent = await desk.system.send(addressOf('department', id), {
    type: 'configured',
    at: desk.clock.now(),
    ...rest,
  })
  if (sent.outcome !== 'done') return new Problem('conflict', 'notInThisState')
  if (!(await choosable(desk, id))) {
    await desk.store.accounts.setSetting(REMOVED + id, null)
    desk.bus.publish([{ topic: addressOf('department', id), what: 'state' }])
  }
  return id
}

/** Another department of that name. One that keeps its own may stay as it is. */
const namesake = async ({ store }: Desk, id: string, name: string) => {
  const all = (await store.inbox.departments()).filter(isActive)
  if (all.some((own) => own.id === id && own.name === name)) return undefined
  return all.find((other) => other.id !== id && readsAlike(other.name, name))
}
