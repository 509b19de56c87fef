import type { Staff } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import type { SearchQuery } from '../../../actors/search/query'
import { readsAlike } from '../../../actors/text/names'
import type { SearchAsk } from '../../store/ports/search'
import type { Store } from '../../store/store'

/** Ids of the colleague and the department that are named. */
export const placesOf = async (
  store: Store,
  { agent, department }: SearchQuery,
  person: Staff,
): Promise<Pick<SearchAsk, 'agent' | 'department'> | Problem> => {
  const idIn = async (all: Promise<{ id: string; name: string }[]>, name: string) =>
    (await all).find((one) => readsAlike(one.name, name))?.id
  const unknown = (reason: 'searchAgent' | 'searchDepartment', value: string) =>
    new Problem('invalid', reason, { field: 'q', values: { value } })
  const holder =
    agent?.toLowerCase() === 'me' ? person.id : agent && (await idIn(store.agents.all(), agent))
  if (agent !== null && !holder) return unknown('searchAgent', agent)
  const place = department && (await idIn(store.departments.all(), department))
  if (department !== null && !place) return unknown('searchDepartment', department)
  return { agent: holder || null, department: place || null }
}
