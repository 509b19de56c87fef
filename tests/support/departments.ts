import { isProblem } from '../../actors/problem'
import { configureDepartment } from '../../src/commands/departments/configure'
import { createDepartment } from '../../src/commands/departments/create'
import { renameDepartment } from '../../src/commands/departments/rename'
import type { Desk } from '../../src/commands/desk'

type Wanted = { id: string; name: string } & Record<string, unknown>

/** Makes a department, or gives the one every desk begins with another name and settings. */
export const putDepartment = async (desk: Desk, wanted: Wanted): Promise<string> => {
  const { id, name, ...changes } = wanted
  const isThere = (await desk.store.departments.find(id)) !== undefined
  const outcome = isThere
    ? ((await renameDepartment(desk, id, { name })) ??
      (await configureDepartment(desk, id, changes)))
    : await createDepartment(desk, wanted)
  if (isProblem(outcome)) throw new Error(`No such department: ${outcome.reason}`)
  return id
}
