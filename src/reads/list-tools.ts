import type { Staff } from '../../actors/people'
import { COUNTED_FOUND } from '../../views/workbench/inbox/found'
import type { ListTools } from '../../views/workbench/inbox/list-tools'
import type { List } from '../../views/workbench/inbox/lists'
import { allows } from '../policies/permissions'
import { departmentsOf, namesOf } from './department-names'
import { filterAt, filterFor } from './found-lists'
import type { Reads } from './reads'

/**
 * What a list can be narrowed by, the lists that somebody keeps, and what they may do to many at once;
 * `inbox` says how many were found, where they were.
 */
export const readListTools = async (
  desk: Pick<Reads, 'store' | 'departments' | 'clock'>,
  staff: Staff,
  list: List,
  inbox: Promise<{ found: number | null }>,
): Promise<ListTools> => {
  const [agents, departments, names, saved] = await Promise.all([
    desk.store.agents.all(),
    departmentsOf(desk, staff),
    namesOf(desk),
    desk.store.views.of(staff.id),
  ])
  const isColleague = (of: readonly string[]) => of.some((one) => departments.includes(one))
  return {
    agents: agents
      .filter((agent) => agent.id === staff.id || isColleague(agent.departments))
      .map(({ id, name }) => ({ id, name })),
    departments: departments.flatMap((id) => {
      const name = names[id]
      return name === undefined ? [] : [{ id, name }]
    }),
    saved: saved.map(({ id, name, query, shared, owner }) => ({
      ...{ id, name, query, shared },
      removable: owner === staff.id || allows(staff, 'views.share'),
    })),
    canShare: allows(staff, 'views.share'),
    bulk: allows(staff, 'conversations.bulk')
      ? { matching: (await inbox).found ?? (await matching(desk, staff, list)) }
      : null,
  }
}

/** How many a list has that is not looked for, as far as they are counted. */
const matching = async (
  desk: Pick<Reads, 'store' | 'departments' | 'clock'>,
  staff: Staff,
  list: List,
): Promise<number> => {
  const filter = await filterFor(desk, staff, list)
  const asked = filterAt(filter, desk.clock.now())
  return (await desk.store.conversations.matchingIds(asked, COUNTED_FOUND + 1)).length
}
