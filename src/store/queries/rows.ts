import { and, eq, getTableColumns, or, sql } from 'drizzle-orm'
import { contextIn } from '../../../actors/current'
import type { By } from '../../../actors/entry'
import type { Snapshot } from '../../../actors/snapshot'
import type { ConversationRow } from '../../../actors/summary'
import { batchQuery } from '../batch-query'
import type { InboxRow, RoomRow } from '../ports/conversations'
import type { QueryContext } from '../query-context'

/** Code points of the last words that a list shows. */
const PREVIEW_CHARS = 200
/** Last words asked for at once: an expression of either database may only grow so deep. */
const BATCH_ROWS = 64

type Listed = ConversationRow & { snapshot: Snapshot | null }
type Words = { conversation: string; by: By; text: string; edited: number | null }
/** What a list reads of a conversation's context. */
type Counts = { lastSeq: number; saidSeq: number; lastAt: number; unread: number }

/** How a conversation becomes a row of a list: its summary, its actor's counts, its last words. */
export const rowsOver = (base: QueryContext) => {
  const { conversations, actors } = base.tables
  const { open: _open, ...conversation } = getTableColumns(conversations)
  const address = sql`concat('conversation:', ${conversations.id})`
  const lastWords = wordsOver(base)
  return {
    /** Columns of the summary. */
    conversation,
    readUpTo,
    /** Where its actor is, to join it. */
    address,
    listed: () =>
      base.db
        .select({ ...conversation, snapshot: actors.snapshot })
        .from(conversations)
        .leftJoin(actors, eq(actors.address, address)),
    show: async <R extends Listed>(rows: readonly R[]) => {
      const counted = rows.map((row) => ({ row, counts: countsOf(row) }))
      const words = await lastWords(
        counted.map(({ row, counts }) => ({ id: row.id, seq: counts.saidSeq })),
      )
      return counted.map(({ row, counts }) => shown(row, counts, words.get(row.id)))
    },
  }
}

export type Rows = ReturnType<typeof rowsOver>

/** How far each side has read, as its actor has it; nothing in one that is damaged or has none. */
const readUpTo = ({ snapshot, ...row }: Listed): RoomRow => {
  const context = contextIn('conversation', snapshot)
  return {
    ...row,
    seenByAgent: context?.seenByAgent ?? 0,
    seenByVisitor: context?.seenByVisitor ?? 0,
  }
}

const wordsOver = ({ db, tables: { entries } }: QueryContext) => {
  const words = {
    conversation: entries.conversation,
    by: entries.by,
    text: sql<string>`substr(${entries.text}, 1, ${sql.raw(String(PREVIEW_CHARS))})`,
    edited: entries.edited,
  }
  const batch = batchQuery(['id', 'seq'], (said) =>
    db
      .select(words)
      .from(entries)
      .where(
        or(...said.map(({ id, seq }) => and(eq(entries.conversation, id), eq(entries.seq, seq)))),
      )
      .prepare(),
  )
  /** Of words that were changed since: those of the line that changed them. Hardly any were. */
  const asTheyAreNow = async (found: readonly Words[]): Promise<Map<string, Words>> => {
    const edited = found.flatMap(({ conversation: id, edited }) =>
      edited === null ? [] : [{ id, seq: edited }],
    )
    const lines = edited.length === 0 ? [] : await batch(edited)
    return new Map(lines.map((words) => [words.conversation, words]))
  }
  return async (said: readonly { id: string; seq: number }[]): Promise<Map<string, Words>> => {
    const batches = Array.from({ length: Math.ceil(said.length / BATCH_ROWS) }, (_, n) =>
      batch(said.slice(n * BATCH_ROWS, (n + 1) * BATCH_ROWS)),
    )
    const found = (await Promise.all(batches)).flat()
    const now = await asTheyAreNow(found)
    return new Map(found.map((words) => [words.conversation, now.get(words.conversation) ?? words]))
  }
}

const shown = <R extends Listed>(row: R, counts: Counts, words: Words | undefined) => {
  const { snapshot: _snapshot, ...summary } = row
  const { lastSeq, lastAt, unread } = counts
  return {
    ...summary,
    preview: words?.text ?? '',
    previewBy: words?.by === 'visitor' || !words ? ('visitor' as const) : ('agent' as const),
    lastAt,
    lastSeq,
    unread,
  } satisfies InboxRow
}

const countsOf = ({ snapshot, openedAt }: Listed): Counts =>
  contextIn('conversation', snapshot) ?? { lastSeq: 0, saidSeq: 0, lastAt: openedAt, unread: 0 }
