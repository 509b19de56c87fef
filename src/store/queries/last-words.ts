import { and, eq, or, sql } from 'drizzle-orm'
import { type Body, type By, previewOf, type SentFile } from '../../../actors/entry'
import { filesOf } from '../../../actors/sent-files'
import { batchQuery } from '../batch-query'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'

/** Code points of the last words that a list shows. */
const PREVIEW_CHARS = 200
/** Last words asked for at once: an expression of either database may only grow so deep. */
const BATCH_ROWS = 64

/** What was said last in a conversation, cut short. */
export type Words = {
  conversation: string
  by: By
  author: string | null
  name: string
  text: string
  /** The first file that came with them. */
  file: SentFile | undefined
  edited: number | null
  /** Its author took it back. */
  withdrawn?: true
}

const shown = <Row extends { text: string; body: Body }>({ body, ...words }: Row) => ({
  ...words,
  text: previewOf({ text: words.text, body }),
  file: filesOf(body)[0],
})

/** Last words by conversation and seq, as they are now. */
export const lastWordsOver = ({ db, tables: { entries } }: QueryContext<TranscriptTables>) => {
  const words = {
    conversation: entries.conversation,
    by: entries.by,
    author: entries.author,
    name: entries.name,
    text: sql<string>`substr(${entries.text}, 1, ${sql.raw(String(PREVIEW_CHARS))})`,
    body: entries.body,
    edited: entries.edited,
  }
  const query = batchQuery(['id', 'seq'], (said) =>
    db
      .select(words)
      .from(entries)
      .where(
        or(...said.map(({ id, seq }) => and(eq(entries.conversation, id), eq(entries.seq, seq)))),
      )
      .prepare(),
  )
  const batch = async (said: readonly { id: string; seq: number }[]): Promise<Words[]> =>
    (await query(said)).map(shown)
  /** Of words that were changed since: those of the line that changed them. Hardly any were. */
  const asTheyAreNow = async (found: readonly Words[]): Promise<Map<string, Words>> => {
    const edited = found.flatMap(({ conversation: id, edited }) =>
      edited === null ? [] : [{ id, seq: edited }],
    )
    const lines = edited.length === 0 ? [] : await query(edited)
    return new Map(
      lines.map(({ body, ...now }) => [
        now.conversation,
        body.kind === 'withdrawn'
          ? { ...now, file: undefined, withdrawn: true }
          : shown({ ...now, body }),
      ]),
    )
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
