import { Problem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import { readsAlike } from '../../../actors/text/names'
import type { Desk } from '../desk'

/** Why a department cannot have a name: another has one that reads alike. It may keep its own. */
export const nameProblem = async (
  { store }: Pick<Desk, 'store'>,
  id: string,
  name: string,
): Promise<Problem | null> => {
  const all = (await store.departments.all()).filter(isActive)
  if (all.some((own) => own.id === id && own.name === name)) return null
  const taken = all.find((other) => other.id !== id && readsAlike(other.name, name))
  if (!taken) return null
  return new Problem('conflict', 'departmentTaken', { values: { name: taken.name } })
}
