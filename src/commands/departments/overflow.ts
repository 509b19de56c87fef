import { Problem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import { shownName } from '../../../actors/text/names'
import type { Desk } from '../desk'

/** What nobody calls a department, for none. */
const NONE: ReadonlySet<string> = new Set(['', 'none'])

/**
 * Changes in which the department that has who would wait too long is named by its id; whoever names
 * one may do so by what it is called. Nobody is handed round: what comes back to where it began is refused.
 * Problems: invalid `departmentUnknown` | `overflowLoops` (overflowTo).
 */
export const withOverflow = async <Changes extends { overflowTo?: string | undefined }>(
  desk: Pick<Desk, 'store'>,
  id: string,
  changes: Changes,
): Promise<Changes | Problem> => {
  const { overflowTo: named } = changes
  if (named === undefined) return changes
  if (NONE.has(named)) return { ...changes, overflowTo: '' }
  const all = await desk.store.departments.all()
  const active = all.filter(isActive)
  const to =
    active.find(({ id }) => id === named) ?? active.find(({ name }) => name === shownName(named))
  if (!to)
    return new Problem('invalid', 'departmentUnknown', {
      field: 'overflowTo',
      values: { name: named },
    })
  const next = new Map(all.map((one) => [one.id, one.settings.overflowTo]))
  const passed = new Set<string>()
  for (let at = to.id; at !== '' && !passed.has(at); at = next.get(at) ?? '') passed.add(at)
  if (passed.has(id)) return new Problem('invalid', 'overflowLoops', { field: 'overflowTo' })
  return { ...changes, overflowTo: to.id }
}
