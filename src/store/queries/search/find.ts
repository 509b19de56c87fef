import { and, asc, desc, gte, lt } from 'drizzle-orm'
import { placeWord } from '../../../../actors/search/place'
import type { Found, Hit, Search, SearchAsk } from '../../ports/search'
import type { QueryContext } from '../../query-context'
import type { TranscriptTables } from '../../tables/entries'
import type { SearchTables } from '../../tables/search'
import type { SummaryTables } from '../../tables/summaries'
import type { WordIndex } from '../../word-index'
import { changesOver } from '../entry-changes'
import { firstDocAt } from './doc-ids'
import { type Seen, seenOver } from './seen'

/**
 * How many documents are taken at a time, and how often the index is looked into for them: most
 * questions are answered by the first few. After the last it is said where to go on: what hardly
 * ever comes together takes no one's time.
 */
const LOOKS = [
  { limit: 60, lookups: 4_000 },
  { limit: 240, lookups: 16_000 },
  { limit: 600, lookups: 30_000 },
  { limit: 1_200, lookups: 30_000 },
]
/** After so long nothing more is begun, however little was looked through, ms. */
const LONGEST_MS = 150
/** Later than any line. */
const NEWEST = Number.MAX_SAFE_INTEGER
/** Words that one beginning stands for. */
const BEGUN_WORDS = 64

type Tables = SearchTables & SummaryTables & TranscriptTables

export const findOver = (base: QueryContext<Tables>, index: WordIndex): Pick<Search, 'find'> => {
  const seen = seenOver(base)
  const hitsOf = hitsOver(base)
  const groupsOf = groupsOver(base)
  const candidates = candidatesOver(base, index)

  return {
    find: async (ask): Promise<Found> => {
      const began = base.clock.ticks()
      const groups = await groupsOf(ask)
      if (groups.some((words) => words.length === 0)) return { hits: [], next: null }
      const hits: Hit[] = []
      let until = Math.min(
        ask.until ?? NEWEST,
        ask.before === null ? NEWEST : firstDocAt(ask.before),
      )
      for (const look of LOOKS) {
        const { docs, next } = await candidates(ask, groups, { until, ...look })
        hits.push(...(await hitsOf(await seen(docs, ask), ask)))
        if (hits.length > ask.limit) {
          hits.length = ask.limit
          return { hits, next: hits.at(-1)?.id ?? null }
        }
        if (next === null) return { hits, next }
        until = next
        if (base.clock.ticks() - began > LONGEST_MS) break
      }
      return { hits, next: until }
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

/** Of what colleagues did beside the talk so much is asked of the index. */
const KEYS = 8

/** The row says it again: the index only finds the way. */
const placesIn = ({ sight, agent, department, keys }: SearchAsk): string[][] => [
  ...(sight.all
    ? []
    : [[placeWord.holder(sight.person), ...sight.departments.map(placeWord.department)]]),
  ...(agent === null ? [] : [[placeWord.holder(agent)]]),
  ...(department === null ? [] : [[placeWord.department(department)]]),
  ...keys.slice(0, KEYS).map((key) => [placeWord.beside(key)]),
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

/** Lines as they are now, if they say what was asked for. Those that are not there any more do not. */
const hitsOver = (base: QueryContext<TranscriptTables>) => {
  const asTheyAre = changesOver(base)
  return async (seen: readonly Seen[], { of, says }: SearchAsk): Promise<Hit[]> => {
    if (of === 'people')
      return seen.map(({ id, conversation }) => ({ id, conversation, entry: null }))
    const lines = seen.flatMap(({ id, entry }) => (entry ? [{ id, entry }] : []))
    const entries = await asTheyAre(lines.map(({ entry }) => entry))
    return entries.flatMap((entry, n) => {
      const id = lines[n]?.id
      const isMeant = id !== undefined && (says?.(entry) ?? true)
      return isMeant ? [{ id, conversation: entry.conversation, entry }] : []
    })
  }
}
