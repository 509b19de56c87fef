import type { Problem } from '../../actors/problem'
import { isProblem } from '../../actors/problem'
import type { Desk } from '../commands/desk'
import { hireAgent, setDepartment } from '../commands/office'

/** An account to be made, by the command line. */
export type AccountOrder = {
  role: 'admin' | 'agent'
  email: string
  name: string
  password: string
  /** Names of departments; made when there is none of that name. Empty for the first one. */
  departments: readonly string[]
  capacity?: number
}

/** Makes an account with a place at the desk. Answers its id. */
export const makeAccount = async (desk: Desk, order: AccountOrder): Promise<string | Problem> => {
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
