import { and, desc, eq, gt, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Entry } from '../../../../actors/entry'
import type { SearchStatus } from '../../../../actors/search/query'
import { joinedKeys } from '../../../../actors/summary'
import type { SearchAsk } from '../../ports/search'
import type { QueryContext } from '../../query-context'
import type { TranscriptTables } from '../../tables/entries'
import type { SearchTables } from '../../tables/search'
import type { SummaryTables } from '../../tables/summaries'

/** A document, and the line that it is of as it was written; null where it says whose one is. */
export type Seen = { id: number; conversation: string; entry: Entry | null }

/**
 * Which of some documents somebody may find, newest first: by whose conversations they may see, and
 * by what these are like.
 */
export const seenOver = ({ db, tables }: QueryContext<Tables>) => {
  const { searchDocs: docs, conversations, entries } = tables
  const isItsLine = and(eq(entries.conversation, docs.conversation), eq(entries.seq, docs.seq))
  return async (ids: readonly number[], ask: SearchAsk): Promise<Seen[]> => {
    if (ids.length === 0) return []
    return db
      .select({ id: docs.id, conversation: docs.conversation, entry: entries })
      .from(docs)
      .innerJoin(conversations, eq(conversations.id, docs.conversation))
      .leftJoin(entries, isItsLine)
      .where(
        and(
          // Numbers of ours: as parameters they would take longer than what they ask for.
          sql`${docs.id} in (${sql.raw(ids.join(', '))})`,
          eq(docs.gone, false),
          ask.of === 'lines' ? gt(docs.seq, 0) : eq(docs.seq, 0),
          inSight(conversations, ask.sight),
          ask.agent === null ? undefined : eq(conversations.agent, ask.agent),
          ask.department === null ? undefined : eq(conversations.department, ask.department),
          ask.status === null ? undefined : ofStatus(conversations, ask.status),
          ...ask.keys.map(
            (key) => sql`instr(${conversations.searchKeys}, ${joinedKeys([key])}) > 0`,
          ),
        ),
      )
      .orderBy(desc(docs.id))
  }
}

type Tables = SearchTables & SummaryTables & TranscriptTables
type Conversations = SummaryTables['conversations']

/** The same as `may.watch` says of one: its own agent's, whom it rings at, their departments' or all. */
const inSight = (
  { agent, offeredTo, department }: Conversations,
  { all, person, departments }: SearchAsk['sight'],
): SQL | undefined =>
  all
    ? undefined
    : or(
        eq(agent, person),
        eq(offeredTo, person),
        departments.length === 0 ? undefined : inArray(department, [...departments]),
      )

const ofStatus = ({ open, state }: Conversations, status: SearchStatus): SQL | undefined => {
  if (status === 'open') return eq(open, true)
  if (status === 'closed') return eq(open, false)
  if (status === 'active') return eq(state, 'active')
  return and(eq(open, true), ne(state, 'active'))
}
