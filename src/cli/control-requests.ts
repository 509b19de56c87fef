import type { Strategy } from '../../actors/entry'
import { isProblem, Problem } from '../../actors/problem'
import type { AccountRef } from '../commands/accounts/account-ref'
import { disableAccount } from '../commands/accounts/disable'
import { enableAccount } from '../commands/accounts/enable'
import { setPassword } from '../commands/accounts/set-password'
import { hireAgent } from '../commands/agents/hire'
import { setDepartments } from '../commands/agents/set-departments'
import { chooseDefault, defaultDepartment } from '../commands/departments/default'
import type { Needed } from '../commands/departments/remove'
import { removeDepartment } from '../commands/departments/remove'
import { setDepartment } from '../commands/departments/set'
import type { Desk } from '../commands/desk'
import { shownName } from '../commands/input'
import type { Department } from '../store/ports/departments'
import { isActive } from '../store/ports/departments'

/** What the command line wants of a desk. */
export type ControlRequest =
  | AccountRequest
  | AccountChange
  | DepartmentRequest
  | RenameRequest
  | RemoveRequest
export type AccountChange = PasswordChange | DisableRequest | EnableRequest | DepartmentsChange
export type PasswordChange = AccountRef & { do: 'password'; password: string }
export type DisableRequest = AccountRef & { do: 'disable' }
export type EnableRequest = AccountRef & { do: 'enable' }
/** He answers for the departments of these names, and for no others; made like those of `make`. */
export type DepartmentsChange = AccountRef & { do: 'place'; departments: readonly string[] }

/** Whose account, or which department, an order was about, and the names of the departments he answers for. */
export type Done = { id: string; departments: string[] }
/** How an order went: done, or why not. */
export type ControlAnswer =
  | Done
  | Pick<Problem, 'reason' | 'values' | 'retryAfter'>
  | { needed: Needed }

/** An account to be made. */
export type AccountRequest = {
  do: 'make'
  role: 'admin' | 'agent'
  email: string
  name: string
  password: string
  /** Names of departments; made when there is none of that name. Empty for the default one. */
  departments: readonly string[]
  capacity?: number
}

export const acceptances = ['automatic', 'manual'] as const

/** How a department works; what is not given stays as it is. Opened when there is none so named. */
export type DepartmentRequest = {
  do: 'department'
  name: string
  acceptance?: (typeof acceptances)[number] | undefined
  strategy?: Strategy | undefined
  /** It becomes the one of whoever names none. */
  isDefault?: true | undefined
}

/** Another name for a department that is there. */
export type RenameRequest = { do: 'rename'; name: string; to: string }

/** A department that nobody shall choose any more. */
export type RemoveRequest = { do: 'remove'; name: string }

/** Carries an order out on a desk of this process. */
export const handle = async (desk: Desk, order: ControlRequest): Promise<ControlAnswer> => {
  const outcome = await act(desk, order)
  if (typeof outcome === 'object' && 'needed' in outcome) return outcome
  if (!isProblem(outcome)) return { id: outcome, departments: await departmentsOf(desk, outcome) }
  const { reason, values, retryAfter } = outcome
  return { reason, values, retryAfter }
}

const act = (desk: Desk, order: ControlRequest): Promise<string | Problem | { needed: Needed }> => {
  if (order.do === 'password') return setPassword(desk, order, order.password)
  if (order.do === 'disable') return disableAccount(desk, order)
  if (order.do === 'enable') return enableAccount(desk, order)
  if (order.do === 'place') return place(desk, order)
  if (order.do === 'rename') return rename(desk, order)
  if (order.do === 'remove') return remove(desk, order)
  return order.do === 'department' ? setUp(desk, order) : makeAccount(desk, order)
}

const departmentsOf = async ({ store }: Desk, agent: string): Promise<string[]> => {
  const own = (await store.inbox.agent(agent))?.departments ?? []
  const all = await store.inbox.departments()
  return all.filter(({ id }) => own.includes(id)).map(({ name }) => name)
}

/** Makes an account with a place at the desk. Answers its id. */
export const makeAccount = async (
  desk: Desk,
  order: Omit<AccountRequest, 'do'>,
): Promise<string | Problem> => {
  const departments = await departmentsNamed(desk, order.departments)
  if (isProblem(departments)) return departments
  if (departments.length === 0) {
    const own = await defaultDepartment(desk, 'agent')
    if (own) departments.push(own.id)
  }
  const { email, name, password, capacity, role } = order
  return hireAgent(desk, { email, name, password }, { departments, capacity }, role)
}

const place = async (desk: Desk, order: DepartmentsChange): Promise<string | Problem> => {
  const departments = await departmentsNamed(desk, order.departments)
  return isProblem(departments) ? departments : setDepartments(desk, order, departments)
}

const departmentsNamed = async (
  desk: Desk,
  names: readonly string[],
): Promise<string[] | Problem> => {
  const ids: string[] = []
  for (const name of names) {
    const known = await knownAs(desk, name)
    const id = known && isActive(known) ? known.id : await setUp(desk, { name })
    if (isProblem(id)) return id
    ids.push(id)
  }
  return ids
}

const setUp = async (
  desk: Desk,
  order: Omit<DepartmentRequest, 'do'>,
): Promise<string | Problem> => {
  const known = await knownAs(desk, order.name)
  const set = await setDepartment(desk, {
    id: known?.id,
    name: known?.name ?? order.name,
    acceptance: order.acceptance ?? known?.acceptance,
    strategy: order.strategy ?? known?.strategy,
    timings: known?.timings,
  })
  if (!isProblem(set) && order.isDefault) await chooseDefault(desk, set)
  return set
}

const rename = async (desk: Desk, { name, to }: RenameRequest): Promise<string | Problem> => {
  const known = await chosenAs(desk, name)
  if (isProblem(known)) return known
  const { id, strategy, acceptance, timings } = known
  return setDepartment(desk, { id, name: to, strategy, acceptance, timings })
}

const remove = async (desk: Desk, { name }: RemoveRequest) => {
  const known = await chosenAs(desk, name)
  if (isProblem(known)) return known
  const needed = await removeDepartment(desk, known.id)
  return needed ? { needed } : known.id
}

const chosenAs = async (desk: Desk, name: string): Promise<Department | Problem> => {
  const known = await knownAs(desk, name)
  if (known && isActive(known)) return known
  return new Problem('missing', 'departmentUnknown', { values: { name } })
}

/** Names are kept as they are shown: one with a space behind it is not another department's. */
const knownAs = async (desk: Desk, named: string): Promise<Department | undefined> => {
  const name = shownName(named)
  const all = await desk.store.inbox.departments()
  const found = all.filter((department) => department.name === name || department.id === name)
  // One that was removed lets others have its name.
  return found.find(isActive) ?? found[0]
}
