import { isProblem, type Problem } from '../../actors/problem'
import type { Desk } from '../commands/desk'
import { hireAgent, setDepartment } from '../commands/office'
import { disableAccount, enableAccount, setPassword, type Whose } from '../commands/staff'

/** What the command line wants of a desk. */
export type Order = AccountOrder | PasswordOrder | DisableOrder | EnableOrder
export type PasswordOrder = Whose & { do: 'password'; password: string }
export type DisableOrder = Whose & { do: 'disable' }
export type EnableOrder = Whose & { do: 'enable' }

/** Whose account an order was about, and the names of the departments he answers for. */
export type Done = { id: string; departments: string[] }
/** How an order went: done, or why not. */
export type Ordered = Done | Pick<Problem, 'reason' | 'values' | 'retryAfter'>

/** An account to be made. */
export type AccountOrder = {
  do: 'make'
  role: 'admin' | 'agent'
  email: string
  name: string
  password: string
  /** Names of departments; made when there is none of that name. Empty for the first one. */
  departments: readonly string[]
  capacity?: number
}

/** Carries an order out on a desk of this process. */
export const carryOut = async (desk: Desk, order: Order): Promise<Ordered> => {
  const outcome = await act(desk, order)
  if (!isProblem(outcome)) return { id: outcome, departments: await departmentsOf(desk, outcome) }
  const { reason, values, retryAfter } = outcome
  return { reason, values, retryAfter }
}

const act = (desk: Desk, order: Order): Promise<string | Problem> => {
  if (order.do === 'password') return setPassword(desk, order, order.password)
  if (order.do === 'disable') return disableAccount(desk, order)
  return order.do === 'enable' ? enableAccount(desk, order) : makeAccount(desk, order)
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
  const departments: string[] = []
  for (const name of order.departments) {
    const id = await departmentNamed(desk, name)
    if (isProblem(id)) return id
    departments.push(id)
  }
  if (departments.length === 0) {
    const [first] = await desk.store.inbox.departments()
    if (first) departments.push(first.id)
  }
  const { email, name, password, capacity, role } = order
  return hireAgent(desk, { email, name, password }, { departments, capacity }, role)
}

const departmentNamed = async (desk: Desk, name: string): Promise<string | Problem> => {
  const all = await desk.store.inbox.departments()
  const known = all.find((department) => department.name === name || department.id === name)
  return known ? known.id : setDepartment(desk, { name })
}
