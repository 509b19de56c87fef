import { z } from 'zod'
import { addressOf } from '../../actors/address'
import { DEFAULT_DEPARTMENT, defaultOf } from '../../actors/department/default'
import { strategies } from '../../actors/entry'
import { defaultTimings, limits } from '../../actors/limits'
import { isProblem, Problem } from '../../actors/problem'
import type { DepartmentRow } from '../../actors/summary'
import { isChoosable, REMOVED } from '../store/store'
import { createAccount } from './accounts'
import type { Desk } from './desk'
import { neededName, read, readsAlike } from './input'

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
  const all = (await store.inbox.departments()).filter(isChoosable)
  if (all.some((own) => own.id === id && own.name === name)) return undefined
  return all.find((other) => other.id !== id && readsAlike(other.name, name))
}

/** The department everybody starts with, made once. */
export const ensureDepartment = async (desk: Desk): Promise<string> => {
  const [first] = await desk.store.inbox.departments()
  if (first) return first.id
  const made = await setDepartment(desk, { id: 'support', name: 'Support' })
  if (isProblem(made)) throw new Error('the first department could not be made')
  return made
}

/** Why a department stays: it is the only one, or who answers there and how many are open. */
export type Needed = 'only' | { agents: readonly string[]; conversations: number }

/**
 * From now on nobody can choose it. What was asked of it stays as it was, under its name, and it
 * comes back when it is opened again. One who asks in this very moment waits in its line, which
 * admins see. Answers what it is still needed for, and then it stays; null when it is removed.
 */
export const removeDepartment = async (desk: Desk, id: string): Promise<null | Needed> => {
  const { inbox, accounts } = desk.store
  const others = (await inbox.departments()).filter((one) => one.id !== id && isChoosable(one))
  if (others.length === 0) return 'only'
  const [all, conversations] = [await inbox.agents(), await inbox.openCount(id)]
  const agents = all.flatMap(({ name, departments }) => (departments.includes(id) ? [name] : []))
  if (agents.length > 0 || conversations > 0) return { agents, conversations }
  await accounts.setSetting(REMOVED + id, String(desk.clock.now()))
  if ((await accounts.setting(DEFAULT_DEPARTMENT)) === id)
    await accounts.setSetting(DEFAULT_DEPARTMENT, null)
  desk.bus.publish([{ topic: addressOf('department', id), what: 'state' }])
  return null
}

/** From now on it is the department of whoever names none. */
export const chooseDefault = async (desk: Desk, id: string): Promise<void> => {
  await desk.store.accounts.setSetting(DEFAULT_DEPARTMENT, id)
  desk.bus.publish([{ topic: addressOf('department', id), what: 'state' }])
}

/**
 * The department of somebody who names none; undefined on a desk without any. A new agent gets the
 * one that was chosen also while nobody belongs to it: with him somebody does.
 */
export const defaultDepartment = async (
  { store }: Pick<Desk, 'store'>,
  somebody: 'visitor' | 'agent',
): Promise<DepartmentRow | undefined> => {
  const all = (await store.inbox.departments()).filter(isChoosable)
  if (all.length < 2) return all[0]
  const [agents, chosen] = await Promise.all([
    store.inbox.agents(),
    store.accounts.setting(DEFAULT_DEPARTMENT),
  ])
  const own = somebody === 'agent' ? all.find(({ id }) => id === chosen) : undefined
  return own ?? defaultOf(all, agents, chosen)
}

/** A department by its id; undefined when there is none, or none that can be chosen. */
export const choosable = async ({ store }: Pick<Desk, 'store'>, id: string) => {
  const known = await store.inbox.department(id)
  return known && isChoosable(known) ? known : undefined
}

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

/** An account with a place at the desk. Problems: those of `createAccount` and `setAgent`. */
export const hireAgent = async (
  desk: Desk,
  input: { email: string; name: string; password: string },
  place: { departments: readonly string[]; capacity?: number },
  role: 'agent' | 'admin' = 'agent',
): Promise<string | Problem> => {
  const account = await createAccount(desk, input, role)
  if (isProblem(account)) return account
  const seated = await setAgent(desk, account.id, { name: account.name, ...place })
  return seated ?? account.id
}
