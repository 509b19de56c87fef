import { isProblem, Problem } from '../../../actors/problem'
import { type DepartmentRow, isActive } from '../../../actors/summary'
import { shownName } from '../../../actors/text/names'
import type { Desk } from '../desk'
import { configureDepartment } from './configure'
import { createDepartment } from './create'
import { restoreDepartment } from './restore'

/**
 * The department of a name, or of an id; undefined when there is none. Names are kept as they are
 * shown: one with a space behind it is not another department's.
 */
export const departmentNamed = async (
  desk: Desk,
  named: string,
): Promise<DepartmentRow | undefined> => {
  const name = shownName(named)
  const all = await desk.store.departments.all()
  const found = all.filter((department) => department.name === name || department.id === name)
  // One that was removed lets others have its name.
  return found.find(isActive) ?? found[0]
}

/** The same of one that can be chosen. Problems: missing `departmentUnknown`. */
export const activeNamed = async (desk: Desk, name: string): Promise<DepartmentRow | Problem> => {
  const known = await departmentNamed(desk, name)
  if (known && isActive(known)) return known
  return new Problem('missing', 'departmentUnknown', { values: { name } })
}

/**
 * Opens the department of a name: makes it, or brings it back, where there is none that can be
 * chosen. Then it works as it did, but for these changes. Answers its id.
 * Problems: those of `createDepartment`, `configureDepartment` and `restoreDepartment`.
 */
export const openDepartment = async (
  desk: Desk,
  name: string,
  changes: object = {},
): Promise<string | Problem> => {
  const known = await departmentNamed(desk, name)
  if (!known) return createDepartment(desk, { name, ...changes })
  const { id } = known
  const configured =
    Object.keys(changes).length > 0 ? await configureDepartment(desk, id, changes) : null
  return configured ?? (isActive(known) ? null : await restoreDepartment(desk, id)) ?? id
}

/** The departments of these names, by their ids: opened where there is none. */
export const openDepartments = async (
  desk: Desk,
  names: readonly string[],
): Promise<string[] | Problem> => {
  const ids: string[] = []
  for (const name of names) {
    const id = await openDepartment(desk, name)
    if (isProblem(id)) return id
    ids.push(id)
  }
  return ids
}
