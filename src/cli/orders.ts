import type { Strategy } from '../../actors/entry'
import { isProblem, Problem } from '../../actors/problem'
import type { Desk } from '../commands/desk'
import { shownName } from '../commands/input'
import {
  chooseDefault,
  defaultDepartment,
  hireAgent,
  type Needed,
  removeDepartment,
  setDepartment,
} from '../commands/office'
import {
  disableAccount,
  enableAccount,
  setDepartments,
  setPassword,
  type Whose,
} from '../commands/staff'
import { isChoosable, type KeptDepartment } from '../store/store'

/** What the command line wants of a desk. */
export type Order = AccountOrder | StaffOrder | DepartmentOrder | RenameOrder | RemoveOrder
export type StaffOrder = PasswordOrder | DisableOrder | EnableOrder | PlaceOrder
export type PasswordOrder = Whose & { do: 'password'; password: string }
export type DisableOrder = Whose & { do: 'disable' }
export type EnableOrder = Whose & { do: 'enable' }
/** He answers for the departments of these names, and for no others; made like those of `make`. */
export type PlaceOrder = Whose & { do: 'place'; departments: readonly string[] }

/** Whose account, or which department, an order was about, and the names of the departments he answers for. */
export type Done = { id: string; departments: string[] }
/** How an order went: done, or why not. */
export type Ordered = Done | Pick<Problem, 'reason' | 'values' | 'retryAfter'> | { needed: Needed }

/** An account to be made. */
export type AccountOrder = {
  do: 'make'
  role: 'admin' | 'agent'
  email: string
  name: string
  password: string
  /** Names of departments; made when there is none of that name. Empty for the default one. */
  departments: readonly string[]
  capacity?: number
}

export const ways = ['automatic', 'manual'] as const

/** How a department works; what is not given stays as it is. Opened when there is none so named. */
export type DepartmentOrder = {
  do: 'department'
  name: string
  acceptance?: (typeof ways)[number] | undefined
  strategy?: Strategy | undefined
  /** It becomes the one of whoever names none. */
  isDefault?: true | undefined
}

/** Another name for a department that is there. */
export type RenameOrder = { do: 'rename'; name: string; to: string }

/** A department that nobody shall choose any more. */
export type RemoveOrder = { do: 'remove'; name: string }

/** Carries an order out on a desk of this process. */
export const carryOut = async (desk: Desk, order: Order): Promise<Ordered> => {
  const outcome = await act(desk, order)
  if (typeof outcome === 'object' && 'needed' in outcome) return outcome
  if (!isProblem(outcome)) return { id: outcome, departments: await departmentsOf(desk, outcome) }
  const { reason, values, retryAfter } = outcome
  return { reason, values, retryAfter }
}

const act = (desk: Desk, order: Order): Promise<string | Problem | { needed: Needed }> => {
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
  order: Omit<AccountOrder, 'do'>,
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

const place = async (desk: Desk, order: PlaceOrder): Promise<string | Problem> => {
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
    const id = known && isChoosable(known) ? known.id : await setUp(desk, { name })
    if (isProblem(id)) return id
    ids.push(id)
  }
  return ids
}

const setUp = async (desk: Desk, order: Omit<DepartmentOrder, 'do'>): Promise<string | Problem> => {
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

const rename = async (desk: Desk, { name, to }: RenameOrder): Promise<string | Problem> => {
  const known = await chosenAs(desk, name)
  if (isProblem(known)) return known
  const { id, strategy, acceptance, timings } = known
  return setDepartment(desk, { id, name: to, strategy, acceptance, timings })
}

const remove = async (desk: Desk, { name }: RemoveOrder) => {
  const known = await chosenAs(desk, name)
  if (isProblem(known)) return known
  const needed = await removeDepartment(desk, known.id)
  return needed ? { needed } : known.id
}

const chosenAs = async (desk: Desk, name: string): Promise<KeptDepartment | Problem> => {
  const known = await knownAs(desk, name)
  if (known && isChoosable(known)) return known
  return new Problem('missing', 'departmentUnknown', { values: { name } })
}

/** Names are kept as they are shown: one with a space behind it is not another department's. */
const knownAs = async (desk: Desk, named: string): Promise<KeptDepartment | undefined> => {
  const name = shownName(named)
  const all = await desk.store.inbox.departments()
  const found = all.filter((department) => department.name === name || department.id === name)
  // One that was removed lets others have its name.
  return found.find(isChoosable) ?? found[0]
}
