import { Problem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import { isTakenFor } from '../../../actors/text/look-alikes'
import type { Desk } from '../desk'

/** Why a department cannot have a name: another's reads or looks like it. It may keep its own. */
export const nameProblem = async (
  { store }: Pick<Desk, 'store'>,
  id: string,
  name: string,
): Promise<Problem | null> => {
  const all = (await store.departments.all()).filter(isActive)
  if (all.some((own) => own.id === id && own.name === name)) return null
  const taken = all.find((other) => other.id !== id && isTakenFor(other.name, name))
  if (!taken) return null
  return new Problem('conflict', 'departmentTaken', { values: { name: taken.name } })
}
