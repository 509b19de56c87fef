import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { placeWords, placeWordsIn } from '../../../../actors/search/place'
import type { Behind, Search } from '../../ports/search'
import type { QueryContext } from '../../query-context'
import type { TranscriptTables } from '../../tables/entries'
import type { SearchTables } from '../../tables/search'
import type { SummaryTables } from '../../tables/summaries'

type Tables = SearchTables & SummaryTables & TranscriptTables

/** How far conversations have come, and how far the index is with them. */
export const behindOver = ({
  db,
  tables: { conversations, searchHeads, searchDocs },
}: QueryContext<Tables>): Pick<Search, 'behind' | 'behindOf' | 'whose'> => {
  // The last seq is the end of a stretch of the primary key: no line is read for it.
  const to = sql<number>`(select coalesce(max(entries.seq), 0) from entries
    where entries.conversation = ${conversations.id})`
  const isWhose = eq(searchDocs.seq, 0)
  const read = (where: SQL | undefined, limit: number) =>
    db
      .select({
        ...{ conversation: conversations.id, was: searchHeads.seq, words: searchDocs.words, to },
        ...{ department: conversations.department, searchKeys: conversations.searchKeys },
        ...{ agent: conversations.agent, offeredTo: conversations.offeredTo },
      })
      .from(conversations)
      .leftJoin(searchHeads, eq(searchHeads.conversation, conversations.id))
      .leftJoin(searchDocs, and(eq(searchDocs.conversation, conversations.id), isWhose))
      .where(where)
      .orderBy(desc(conversations.id))
      .limit(limit)
  type Row = Awaited<ReturnType<typeof read>>[number]
  const behindIn = (rows: readonly Row[]): Behind[] =>
    rows
      .map(({ conversation, was, words, to, ...row }) => {
        const place = placeWords(row)
        // Where it is stands with each line of it.
        const isThere = placeWordsIn(words ?? '').join(' ') === place.join(' ')
        return { conversation, from: isThere ? (was ?? 0) : 0, to: Number(to), was, place }
      })
      .filter(({ from, to }) => from < to)

  return {
    behind: async (before, limit) => {
      const rows = await read(before === null ? undefined : lt(conversations.id, before), limit)
      const next = rows.length < limit ? null : (rows.at(-1)?.conversation ?? null)
      return { behind: behindIn(rows), next }
    },
    behindOf: async (ids) =>
      ids.length === 0 ? [] : behindIn(await read(inArray(conversations.id, [...ids]), ids.length)),
    whose: async (ids) => {
      if (ids.length === 0) return new Map()
      const rows = await db
        .select({ conversation: searchDocs.conversation, words: searchDocs.words })
        .from(searchDocs)
        .where(sql`${inArray(searchDocs.conversation, [...ids])} and ${searchDocs.seq} = 0`)
      return new Map(rows.map(({ conversation, words }) => [conversation, words]))
    },
  }
}
