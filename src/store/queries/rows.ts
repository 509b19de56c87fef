import { eq, getTableColumns, sql } from 'drizzle-orm'
import { contextIn } from '../../../actors/current'
import type { Snapshot } from '../../../actors/snapshot'
import type { ConversationRow, Shown } from '../../../actors/summary'
import type { Answering, InboxRow, RoomRow } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import type { ActorTables } from '../tables/actors'
import type { TranscriptTables } from '../tables/entries'
import type { SummaryTables } from '../tables/summaries'
import { lastWordsOver, type Words } from './last-words'

/** A conversation as its table has it. */
type Stored = Omit<ConversationRow, keyof Shown> & { shown: Shown }
type Listed = Stored & { snapshot: Snapshot | null }
/** What a list reads of a conversation's context. */
type Counts = Answering & { lastSeq: number; saidSeq: number; lastAt: number; unread: number }

/** How a conversation becomes a row of a list: its summary, its actor's counts, its last words. */
export const rowsOver = (base: QueryContext<ActorTables & SummaryTables & TranscriptTables>) => {
  const { conversations, actors } = base.tables
  const {
    open: _o,
    priority: _p,
    snoozed: _s,
    searchKeys: _k,
    keyBits: _b,
    slaSoon: _soon,
    slaDue: _due,
    ...conversation
  } = getTableColumns(conversations)
  const address = sql`concat('conversation:', ${conversations.id})`
  const lastWords = lastWordsOver(base)
  return {
    /** Columns of the summary. */
    conversation,
    readUpTo,
    summaryOf,
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
const readUpTo = ({ snapshot, ...stored }: Listed): RoomRow => {
  const context = contextIn('conversation', snapshot)
  return {
    ...summaryOf(stored),
    seenByAgent: context?.seenByAgent ?? 0,
    seenByVisitor: context?.seenByVisitor ?? 0,
    ...answeringOf(context),
  }
}

/** Its summary, with what is kept together in it. */
const summaryOf = <R extends Stored>({ shown, ...row }: R) => ({ ...row, ...shown })

/** Of one that is damaged nothing is claimed that its people could not do then. */
const answeringOf = (context: Answering | null): Answering => ({
  unansweredSince: context?.unansweredSince ?? null,
  answered: context?.answered ?? true,
})

const shown = <R extends Listed>(row: R, counts: Counts, words: Words | undefined) => {
  const { snapshot: _snapshot, ...stored } = row
  const { lastSeq, lastAt, unread } = counts
  const isDesks = words !== undefined && words.by !== 'visitor'
  return {
    ...summaryOf(stored),
    preview: words?.text ?? '',
    ...(words?.withdrawn ? { withdrawn: words.withdrawn } : {}),
    previewBy: isDesks ? ('agent' as const) : ('visitor' as const),
    // What came without a word is told by its file.
    ...(words?.file && words.text === '' ? { previewFile: words.file } : {}),
    ...(isDesks ? { previewFrom: { id: words.author ?? '', name: words.name } } : {}),
    lastAt,
    lastSeq,
    unread,
    ...answeringOf(counts),
  } satisfies InboxRow
}

const countsOf = ({ snapshot, openedAt }: Listed): Counts =>
  contextIn('conversation', snapshot) ?? {
    ...{ lastSeq: 0, saidSeq: 0, lastAt: openedAt, unread: 0 },
    ...answeringOf(null),
  }
