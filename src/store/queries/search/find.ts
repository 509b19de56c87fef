import { and, asc, desc, eq, gte, lt, or, type SQL } from 'drizzle-orm'
import type { Entry } from '../../../../actors/entry'
import { facets } from '../../../../actors/search/document'
import type { Found, Hit, Search, SearchAsk } from '../../ports/search'
import type { QueryContext } from '../../query-context'
import type { TranscriptTables } from '../../tables/entries'
import type { SearchTables } from '../../tables/search'
import type { SummaryTables } from '../../tables/summaries'
import type { WordIndex } from '../../word-index'
import { changesOver } from '../entry-changes'
import { firstDocAt } from './doc-ids'
import { type Place, seenOver } from './seen'

/**
 * How many documents are taken at a time, and how often the index is looked into for them: most
 * questions are answered by the first few. After the last it is said where to go on: what hardly
 * ever comes together takes no one's time.
 */
const LOOKS = [
  { limit: 120, lookups: 4_000 },
  { limit: 400, lookups: 20_000 },
  { limit: 1_200, lookups: 40_000 },
  { limit: 2_000, lookups: 40_000 },
  { limit: 2_000, lookups: 40_000 },
]
/** Later than any line. */
const NEWEST = Number.MAX_SAFE_INTEGER
/** Words that one beginning stands for. */
const BEGUN_WORDS = 64

type Tables = SearchTables & SummaryTables & TranscriptTables

export const findOver = (base: QueryContext<Tables>, index: WordIndex): Pick<Search, 'find'> => {
  const seen = seenOver(base)
  const linesOf = linesOver(base)
  const groupsOf = groupsOver(base)
  const candidates = candidatesOver(base, index)

  return {
    find: async (ask) => {
      const groups = await groupsOf(ask)
      if (groups.some((words) => words.length === 0)) return { hits: [], next: null }
      const found: Place[] = []
      let until = Math.min(
        ask.until ?? NEWEST,
        ask.before === null ? NEWEST : firstDocAt(ask.before),
      )
      const answer = async (next: number | null): Promise<Found> => ({
        hits: await linesOf(found),
        next,
      })
      for (const look of LOOKS) {
        const { docs, next } = await candidates(ask, groups, { until, ...look })
        found.push(...(await seen(docs, ask)))
        if (found.length > ask.limit) {
          found.length = ask.limit
          return answer(found.at(-1)?.id ?? null)
        }
        if (next === null) return answer(null)
        until = next
      }
      return answer(until)
    },
  }
}

/** A group for each word, for each beginning the words that begin so, and for where it must be. */
const groupsOver =
  ({ db, tables: { searchTerms } }: QueryContext<SearchTables>) =>
  async (ask: SearchAsk): Promise<string[][]> => {
    const { words, beginnings } = ask
    const { word } = searchTerms
    const begun = beginnings.map(async (beginning) => {
      const rows = await db
        .select()
        .from(searchTerms)
        .where(and(gte(word, beginning), lt(word, `${beginning}\u{10FFFF}`)))
        .orderBy(asc(word))
        .limit(BEGUN_WORDS)
      return rows.map((row) => row.word)
    })
    return [...words.map((one) => [one]), ...(await Promise.all(begun)), ...placesIn(ask)]
  }

/** The row says it again: the index only finds the way. */
const placesIn = ({ sight, agent, department, keys }: SearchAsk): string[][] => [
  ...(sight.all
    ? []
    : [[facets.holder(sight.person), ...sight.departments.map(facets.department)]]),
  ...(agent === null ? [] : [[facets.holder(agent)]]),
  ...(department === null ? [] : [[facets.department(department)]]),
  ...keys.map((key) => [facets.beside(key)]),
]

type Stretch = { until: number; limit: number; lookups: number }

/** Documents with all the words; without any, just the newest. */
const candidatesOver = (
  { db, tables: { searchDocs } }: QueryContext<SearchTables>,
  index: WordIndex,
) => {
  const { id, seq } = searchDocs
  const all = async (from: number, { until, limit }: Stretch) => {
    const rows = await db
      .select({ id, seq })
      .from(searchDocs)
      .where(and(gte(id, from), lt(id, until)))
      .orderBy(desc(id))
      .limit(limit)
    const docs = rows.filter((row) => row.seq > 0).map((row) => row.id)
    return { docs, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) }
  }
  return ({ after, without }: SearchAsk, groups: readonly string[][], stretch: Stretch) => {
    const from = after === null ? 0 : firstDocAt(after)
    return groups.length === 0
      ? all(from, stretch)
      : index.candidates({ groups, without, from, ...stretch })
  }
}

/** Lines asked for at once: an expression of either database may only grow so deep. */
const BATCH_ROWS = 64

/** Lines as they are now. Those that are not there any more were not found. */
const linesOver = (base: QueryContext<TranscriptTables>) => {
  const { db, tables } = base
  const { entries } = tables
  const asTheyAre = changesOver(base)
  const keyOf = ({ conversation, seq }: { conversation: string; seq: number }) =>
    `${conversation} ${seq}`
  const read = async (lines: readonly Place[]): Promise<Entry[]> => {
    const wanted = lines.map(({ conversation, seq }): SQL | undefined =>
      and(eq(entries.conversation, conversation), eq(entries.seq, seq)),
    )
    return db
      .select()
      .from(entries)
      .where(or(...wanted))
  }
  return async (found: readonly Place[]): Promise<Hit[]> => {
    const lines = found.filter(({ seq }) => seq > 0)
    const batches = Array.from({ length: Math.ceil(lines.length / BATCH_ROWS) }, (_, n) =>
      read(lines.slice(n * BATCH_ROWS, (n + 1) * BATCH_ROWS)),
    )
    const entries = await asTheyAre((await Promise.all(batches)).flat())
    const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]))
    return found.flatMap(({ id, conversation, seq }) => {
      const entry = byKey.get(keyOf({ conversation, seq })) ?? null
      return entry || seq === 0 ? [{ id, conversation, entry }] : []
    })
  }
}
