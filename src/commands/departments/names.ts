import { allNames } from '../../../actors/department/visitor-name'
import { Problem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import { isTakenFor } from '../../../actors/text/look-alikes'
import type { Desk } from '../desk'

/**
 * Why a department cannot have a name: one of another's reads or looks like it, in whatever language.
 * It may keep its own. `field` is where it was typed, if not as its own name.
 */
export const nameProblem = async (
  { store }: Pick<Desk, 'store'>,
  id: string,
  name: string,
  field?: string,
): Promise<Problem | null> => {
  const all = (await store.departments.all()).filter(isActive)
  if (all.some((own) => own.id === id && allNames(own).includes(name))) return null
  const taken = all.find(
    (other) => other.id !== id && allNames(other).some((each) => isTakenFor(each, name)),
  )
  if (!taken) return null
  return new Problem('conflict', 'departmentTaken', {
    ...(field ? { field } : {}),
    values: { name: taken.name },
  })
}

/** The same of what visitors read, where that is changed. */
export const visitorNameProblem = async (
  desk: Pick<Desk, 'store'>,
  id: string,
  { nameEn, nameZh }: { nameEn?: string | undefined; nameZh?: string | undefined },
): Promise<Problem | null> =>
  (nameEn ? await nameProblem(desk, id, nameEn, 'nameEn') : null) ??
  (nameZh ? await nameProblem(desk, id, nameZh, 'nameZh') : null)
