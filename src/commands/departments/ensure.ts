import { isProblem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { setDepartment } from './set'

/** The department everybody starts with, made once. */
export const ensureDepartment = async (desk: Desk): Promise<string> => {
  const [first] = await desk.store.inbox.departments()
  if (first) return first.id
  const made = await setDepartment(desk, { id: 'support', name: 'Support' })
  if (isProblem(made)) throw new Error('the first department could not be made')
  return made
}
