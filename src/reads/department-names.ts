import type { Staff } from '../../actors/people'
import type { DepartmentNames } from '../../views/workbench/inbox/lists'
import { allows } from '../policies/permissions'
import type { Reads } from './reads'

type Needed = Pick<Reads, 'departments'>

/** The departments whose line somebody sees: who may watch all, all; others their own. */
export const departmentsOf = async (desk: Needed, staff: Staff): Promise<readonly string[]> =>
  allows(staff, 'conversations.watch.all')
    ? (await desk.departments.all()).map(({ id }) => id)
    : staff.departments

/** Names for the chips: none on a desk with only one department. */
export const namesOf = async (desk: Needed): Promise<DepartmentNames> => {
  const all = await desk.departments.all()
  return all.length > 1 ? Object.fromEntries(all.map(({ id, name }) => [id, name])) : {}
}

/** The same for whoever sees these departments: the only one of them goes without saying. */
export const namesFor = async (
  desk: Needed,
  departments: readonly string[],
): Promise<DepartmentNames> => {
  const names = Object.entries(await namesOf(desk))
  const [only] = departments.length === 1 ? departments : []
  return Object.fromEntries(names.filter(([id]) => id !== only))
}
