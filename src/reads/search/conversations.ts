import type { Staff } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { facets, searchedText } from '../../../actors/search/document'
import { matchIn } from '../../../actors/search/match'
import { isEmptyQuery, readQuery, type SearchQuery } from '../../../actors/search/query'
import type { SearchAsk } from '../../store/ports/search'
import type { Store } from '../../store/store'
import { askFor } from './ask'
import { placesOf } from './places'

/** Conversations that are found, and times that the index is asked for more of them. */
const MOST_FOUND = 1_000
const ROUNDS = 20
const HITS = 500

/** What is asked of the index; a Problem where it cannot be read, null where nothing is asked. */
export const questionOf = async (
  store: Store,
  person: Staff,
  text: string,
  zone: string,
): Promise<{ query: SearchQuery; ask: SearchAsk } | Problem | null> => {
  const query = readQuery(text, { zone })
  if (isProblem(query)) return query
  if (isEmptyQuery(query)) return null
  const places = await placesOf(store, query, person)
  return isProblem(places) ? places : { query, ask: { ...askFor(query, person), ...places } }
}

/**
 * Conversations in which something was said, or whose visitor is called so: of very many the newest
 * thousand.
 */
export const findConversations = async (
  store: Store,
  { query, ask }: { query: SearchQuery; ask: SearchAsk },
): Promise<string[]> => {
  const says: SearchAsk['says'] = (entry) => {
    const text = searchedText(entry)
    return text !== '' && matchIn(text, query.terms) !== null
  }
  const units = query.terms.filter(({ not }) => !not).flatMap((term) => term.units)
  const words = units.map(({ word }) => facets.visitor(word))
  const asksPeople = words.length > 0 && query.from === null
  const [lines, people] = await Promise.all([
    allOf(store, { ...ask, says }),
    asksPeople ? allOf(store, { ...ask, of: 'people', words, beginnings: [], without: [] }) : [],
  ])
  return [...new Set([...lines, ...people])].slice(0, MOST_FOUND)
}

const allOf = async ({ search }: Store, ask: SearchAsk): Promise<string[]> => {
  const found = new Set<string>()
  let until: number | null = null
  for (let round = 0; round < ROUNDS && found.size < MOST_FOUND; round += 1) {
    const { hits, next } = await search.find({ ...ask, until, limit: HITS })
    for (const { conversation } of hits) found.add(conversation)
    if (next === null) break
    until = next
  }
  return [...found]
}
