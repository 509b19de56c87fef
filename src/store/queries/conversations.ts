import { and, asc, count, eq, gt, inArray, sql } from 'drizzle-orm'
import { ALL_KEY_BITS, keyBitsOf } from '../key-bits'
import type { Conversations } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import { setIn } from '../statements'
import type { ActorTables } from '../tables/actors'
import type { TranscriptTables } from '../tables/entries'
import type { MentionTables } from '../tables/mentions'
import type { QueueTables } from '../tables/queue'
import type { SummaryTables } from '../tables/summaries'
import { byId } from './by-id'
import { closedOver } from './closed'
import { conversationPagesOver } from './conversation-pages'
import { heldOver } from './held'
import { linesOver } from './lines'
import { matchingOver } from './matching'
import { type Rows, rowsOver } from './rows'

type Tables = ActorTables & QueueTables & SummaryTables & TranscriptTables & MentionTables

export const conversationsOver = (base: QueryContext<Tables>): Conversations => {
  const rows = rowsOver(base)
  return {
    ...linesOver(base, rows),
    ...heldOver(base, rows),
    ...closedOver(base, rows),
    ...matchingOver(base, rows),
    ...conversationPagesOver(base, rows),
    ...byIdOver(base, rows),
    fillKeyBits: fillingOver(base),
  }
}

/** Rows that no turn has written since these bits are kept. */
const fillingOver = ({
  db,
  tables: { conversations },
  write,
}: QueryContext<SummaryTables>): Conversations['fillKeyBits'] => {
  const { id, keyBits, searchKeys } = conversations
  const set = setIn(conversations, { keyBits }, { id })
  return async (limit) => {
    const rows = await db
      .select({ id, searchKeys })
      .from(conversations)
      .where(eq(keyBits, ALL_KEY_BITS))
      .limit(limit)
    const others = rows.flatMap((row) => {
      const bits = keyBitsOf((row.searchKeys ?? '').split('\n').filter((word) => word !== ''))
      return bits === ALL_KEY_BITS ? [] : [set({ id: row.id, keyBits: bits })]
    })
    if (others.length > 0) await write(others)
    return others.length > 0
  }
}

type ById = Pick<Conversations, 'find' | 'row' | 'rows' | 'openCount' | 'open'>

/** Conversations by id, and those that are open. */
const byIdOver = (
  { db, tables: { actors, conversations } }: QueryContext<ActorTables & SummaryTables>,
  { address, conversation, listed, readUpTo, show, summaryOf }: Rows,
): ById => {
  const readConversation = byId(
    (ids) =>
      db
        .select({ ...conversation, snapshot: actors.snapshot })
        .from(conversations)
        .leftJoin(actors, eq(actors.address, address))
        .where(inArray(conversations.id, ids))
        .prepare(),
    (rows) => rows.map(readUpTo),
  )
  const readRow = byId((ids) => listed().where(inArray(conversations.id, ids)).prepare(), show)
  const { department, open } = conversations
  const openOnes = db
    .select({ n: count() })
    .from(conversations)
    .where(and(eq(department, sql.placeholder('department')), eq(open, true)))
    .prepare()

  return {
    find: readConversation,
    row: readRow,
    rows: async (ids) => (await Promise.all(ids.map(readRow))).filter((row) => row !== undefined),
    openCount: async (department) => (await openOnes.execute({ department }))[0]?.n ?? 0,
    open: async (after, limit) => {
      const rows = await db
        .select(conversation)
        .from(conversations)
        .where(and(eq(open, true), gt(conversations.id, after)))
        .orderBy(asc(conversations.id))
        .limit(limit)
      return rows.map(summaryOf)
    },
  }
}
