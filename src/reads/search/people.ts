import type { Staff } from '../../../actors/people'
import { facets } from '../../../actors/search/document'
import { matchIn } from '../../../actors/search/match'
import type { SearchQuery } from '../../../actors/search/query'
import type { FoundPerson } from '../../../views/workbench/search/found'
import { may } from '../../policies/may'
import type { Store } from '../../store/store'
import { askFor } from './ask'

/** Visitors, and colleagues, that are shown beside what was said. */
const PEOPLE = 5
/** No name or address has more words. */
const NAME_WORDS = 16

/** People who are called so: visitors whose conversations somebody may see, and colleagues. */
export const readPeople = async (
  store: Store,
  person: Staff,
  query: SearchQuery,
): Promise<FoundPerson[]> => {
  const terms = query.terms.filter(({ not }) => !not)
  const units = terms.flatMap(({ units }) => units)
  const isNarrowed = query.from !== null || query.hasFile || query.after !== null
  if (units.length === 0 || units.length > NAME_WORDS || isNarrowed) return []
  const open = terms.at(-1)?.open === true
  const words = units.map(({ word }) => facets.visitor(word))
  const ask = {
    ...askFor({ ...query, terms: [], before: null }, person),
    of: 'people' as const,
    words: open ? words.slice(0, -1) : words,
    beginnings: open ? words.slice(-1) : [],
    limit: PEOPLE * 4,
  }
  const { hits } = await store.search.find(ask)
  const rows = await store.conversations.rows(hits.map(({ conversation }) => conversation))
  const newest = new Map<string, FoundPerson>()
  for (const row of rows.filter((one) => may.watch(person, one))) {
    if (newest.has(row.visitor)) continue
    const email = (await store.visitors.find(row.visitor))?.email ?? ''
    newest.set(row.visitor, {
      ...{ id: row.visitor, name: row.visitorName, email, conversation: row.id },
    })
  }
  const colleagues = (await store.agents.all())
    .filter(({ name }) => matchIn(name, terms))
    .map(({ id, name }) => ({ id, name, email: '', conversation: null }))
  return [...[...newest.values()].slice(0, PEOPLE), ...colleagues.slice(0, PEOPLE)]
}
