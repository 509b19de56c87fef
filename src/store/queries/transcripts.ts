import { and, asc, desc, eq, gt, lt, lte, or, sql } from 'drizzle-orm'
import type { Entry } from '../../../actors/entry'
import { batchLoader } from '../batch-loader'
import { batchQuery } from '../batch-query'
import type { Transcripts } from '../ports/transcripts'
import type { QueryContext } from '../query-context'
import { changesOver } from './entry-changes'

/** Conversations asked after at once: an expression of either database may only grow so deep. */
const BATCH_CONVERSATIONS = 64

type After = { conversation: string; seq: number; limit: number }

export const transcriptsOver = (base: QueryContext): Transcripts => {
  const { db } = base
  const { entries } = base.tables
  const asTheyAre = changesOver(base)
  const own = eq(entries.conversation, sql.placeholder('conversation'))
  const seq = sql.placeholder('seq')
  const limit = sql.placeholder('limit')
  const before = db
    .select()
    .from(entries)
    .where(and(own, lt(entries.seq, seq)))
    .orderBy(desc(entries.seq))
    .limit(limit)
    .prepare()
  const byClientId = db
    .select()
    .from(entries)
    .where(and(own, eq(entries.clientId, sql.placeholder('clientId'))))
    .prepare()

  /** The seqs of a conversation have no gaps: a limit is a last seq. */
  const query = batchQuery(['conversation', 'seq', 'last'], (wanted) =>
    db
      .select()
      .from(entries)
      .where(
        or(
          ...wanted.map(({ conversation, seq, last }) =>
            and(
              eq(entries.conversation, conversation),
              gt(entries.seq, seq),
              lte(entries.seq, last),
            ),
          ),
        ),
      )
      .orderBy(asc(entries.conversation), asc(entries.seq))
      .prepare(),
  )
  const news = async (wanted: readonly After[]): Promise<Entry[][]> => {
    const asked = wanted.map((one) => ({ ...one, last: one.seq + one.limit }))
    const rows = await asTheyAre(await query(asked))
    const found = Map.groupBy(rows, (row) => row.conversation)
    return wanted.map(({ conversation, seq, limit }) =>
      (found.get(conversation) ?? []).filter((row) => row.seq > seq && row.seq <= seq + limit),
    )
  }
  const backwards = async (where: After): Promise<Entry[]> =>
    (await asTheyAre(await before.execute(where))).reverse()
  const readAfter = batchLoader(BATCH_CONVERSATIONS, news)

  return {
    after: (conversation, seq, limit) => readAfter({ conversation, seq, limit }),
    last: (conversation, limit) => backwards({ conversation, seq: Number.MAX_SAFE_INTEGER, limit }),
    before: (conversation, seq, limit) => backwards({ conversation, seq, limit }),
    byClientId: async (conversation, clientId) =>
      (await byClientId.execute({ conversation, clientId }))[0],
    shown: async (conversation, clientId) =>
      (await asTheyAre(await byClientId.execute({ conversation, clientId })))[0],
  }
}
