import { and, asc, eq, gt, lte, or } from 'drizzle-orm'
import type { Entry } from '../../../actors/entry'
import { batchLoader } from '../batch-loader'
import { batchQuery } from '../batch-query'
import type { Transcripts } from '../ports/transcripts'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'
import type { AsTheyAre } from './entry-changes'

/** Conversations asked after at once: an expression of either database may only grow so deep. */
const BATCH_CONVERSATIONS = 64

type After = { conversation: string; seq: number; limit: number }

/** What is new in many conversations, in one query for all who ask in the same moment. */
export const entriesAfterOver = (
  { db, tables: { entries } }: QueryContext<TranscriptTables>,
  asTheyAre: AsTheyAre,
): Transcripts['after'] => {
  /** The seqs of a conversation have no gaps: a limit is a last seq. */
  const query = batchQuery(['conversation', 'seq', 'last'], (wanted) => {
    const parts = wanted.map(({ conversation, seq, last }) =>
      and(eq(entries.conversation, conversation), gt(entries.seq, seq), lte(entries.seq, last)),
    )
    return db
      .select()
      .from(entries)
      .where(or(...parts))
      .orderBy(asc(entries.conversation), asc(entries.seq))
      .prepare()
  })
  const news = async (wanted: readonly After[]): Promise<Entry[][]> => {
    const asked = wanted.map((one) => ({ ...one, last: one.seq + one.limit }))
    const rows = await asTheyAre(await query(asked))
    const found = Map.groupBy(rows, (row) => row.conversation)
    return wanted.map(({ conversation, seq, limit }) =>
      (found.get(conversation) ?? []).filter((row) => row.seq > seq && row.seq <= seq + limit),
    )
  }
  const readAfter = batchLoader(BATCH_CONVERSATIONS, news)
  return (conversation, seq, limit) => readAfter({ conversation, seq, limit })
}
