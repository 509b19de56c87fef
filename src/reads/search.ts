import { type Entry, isForDesk } from '../../actors/entry'
import type { Staff } from '../../actors/people'
import { isProblem, type Problem } from '../../actors/problem'
import { searchedText } from '../../actors/search/document'
import { matchIn, piecesOf } from '../../actors/search/match'
import { isEmptyQuery, readQuery, type SearchQuery } from '../../actors/search/query'
import { isOver } from '../../actors/summary'
import type { FoundLine, SearchFindings, SearchOrder } from '../../views/workbench/search/found'
import { may } from '../policies/may'
import type { InboxRow } from '../store/ports/conversations'
import type { SearchAsk } from '../store/ports/search'
import type { Store } from '../store/store'
import { askFor } from './search/ask'
import type { Matched } from './search/matched'
import { readPeople } from './search/people'
import { placesOf } from './search/places'
import { byWorth } from './search/worth'

export type SearchAsked = {
  text: string
  zone: string
  order: SearchOrder
  /** Where the page before has ended; null for the first. */
  until: number | null
  /** The last word may not be all of it yet. */
  typing: boolean
}

export type Searched = { query: SearchQuery; findings: SearchFindings | null }

type Parts = { store: Store }

/** Lines of a page, and lines that the best of them are looked for in. */
const LINES = 20
const BEST_OF = 200

/** What somebody who works here finds; a Problem when it cannot be searched for. */
export const readSearch = async (
  { store }: Parts,
  person: Staff,
  asked: SearchAsked,
): Promise<Searched | Problem> => {
  const query = readQuery(asked.text, asked)
  if (isProblem(query)) return query
  if (isEmptyQuery(query)) return { query, findings: null }
  const places = await placesOf(store, query, person)
  if (isProblem(places)) return places
  const ask = { ...askFor(query, person), ...places, until: asked.until }
  const [{ lines, next }, people] = await Promise.all([
    linesOf(store, person, { query, ask, order: asked.order }),
    asked.until === null ? readPeople(store, person, query) : [],
  ])
  return { query, findings: { lines, people, narrowed: narrowedIn(asked.text), next } }
}

type Question = { query: SearchQuery; ask: SearchAsk; order: SearchOrder }

const linesOf = async (store: Store, person: Staff, { query, ask, order }: Question) => {
  const wanted = order === 'best' ? BEST_OF : LINES
  const matched = new Map<Entry, Matched>()
  /** The index says that a line has the words; here it is seen whether they stand side by side. */
  const says = (entry: Entry): boolean => {
    const match = matchOf(entry, query)
    if (match) matched.set(entry, match)
    return match !== null
  }
  const { hits, next } = await store.search.find({ ...ask, says, limit: wanted })
  const page = hits.flatMap(({ entry }) => (entry && matched.get(entry)) ?? [])
  const sorted = order === 'best' ? byWorth(page, query) : page
  const groups = [...Map.groupBy(sorted, ({ entry }) => entry.conversation).values()]
  const rows = await store.conversations.rows(groups.map(([one]) => one?.entry.conversation ?? ''))
  const seen = new Map(rows.filter((row) => may.watch(person, row)).map((row) => [row.id, row]))
  const lines = groups.flatMap((group) => foundLine(group, seen) ?? [])
  return { lines: lines.slice(0, order === 'best' ? LINES : undefined), next }
}

const matchOf = (entry: Entry, { terms }: SearchQuery): Matched | null => {
  const text = searchedText(entry)
  const places = text === '' ? null : matchIn(text, terms)
  return places && { entry, text, places }
}

const foundLine = (
  group: readonly Matched[],
  rows: ReadonlyMap<string, InboxRow>,
): FoundLine | null => {
  const [first] = group
  const row = first && rows.get(first.entry.conversation)
  if (!row) return null
  const { entry, text, places } = first
  return {
    row: { ...row, isOver: isOver(row) },
    ...{ seq: entry.seq, clientId: entry.clientId, at: entry.at },
    pieces: piecesOf(text, places),
    isInside: isForDesk(entry.body),
    hasFile: text !== entry.text,
    more: group.length - 1,
  }
}

const OPERATOR = /(?<=^|\s)\p{L}+[:：](?:"[^"]*"?|\S+)/gu

/** What was typed without each of its operators. */
const narrowedIn = (text: string): SearchFindings['narrowed'] =>
  [...text.matchAll(OPERATOR)].flatMap(({ 0: operator, index }) =>
    isNarrowing(operator)
      ? [
          {
            operator,
            rest: `${text.slice(0, index)}${text.slice(index + operator.length)}`
              .replace(/\s+/g, ' ')
              .trim(),
          },
        ]
      : [],
  )

const isNarrowing = (operator: string): boolean => {
  const read = readQuery(operator, { zone: 'UTC' })
  return !isProblem(read) && read.terms.length === 0
}
