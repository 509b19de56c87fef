import { isProblem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { createDepartment } from './create'

/** The department everybody starts with, made once: by one of the nodes that start together. */
export const ensureDepartment = async (desk: Desk): Promise<string> => {
  const known = await firstOf(desk)
  if (known !== undefined) return known
  const made = await createDepartment(desk, { id: 'support', name: 'Support' })
  const first = isProblem(made) ? await firstOf(desk) : made
  if (first === undefined) throw new Error('the first department could not be made')
  return first
}

const firstOf = async ({ store }: Desk) => (await store.departments.all())[0]?.id
