import { and, eq, inArray } from 'drizzle-orm'
import type { Entry } from '../../../actors/entry'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'
import { quotesOver } from './quotes'
import { reactionsOver } from './reactions'

/**
 * Entries as they are now: with the text and the body of the line that changed them last, what was
 * put to them and what they answer. Of hardly one there is any, and only then it asks anything.
 */
export const changesOver = (base: QueryContext<TranscriptTables>) => {
  const rewritten = rewritingOver(base)
  const withReactions = reactionsOver(base)
  const withQuotes = quotesOver(base, rewritten)
  return async (read: Entry[]): Promise<Entry[]> =>
    withQuotes(await withReactions(await rewritten(read)))
}
export type AsTheyAre = ReturnType<typeof changesOver>

/** With what was said last in place of what was said first. */
const rewritingOver = ({ db, tables: { entries } }: QueryContext<TranscriptTables>) => {
  const linesOf = (conversation: string, seqs: number[]) =>
    db
      .select()
      .from(entries)
      .where(and(eq(entries.conversation, conversation), inArray(entries.seq, seqs)))

  return async (read: Entry[]): Promise<Entry[]> => {
    const edited = read.filter((entry) => entry.edited !== null)
    if (edited.length === 0) return read
    const asked = [...Map.groupBy(edited, ({ conversation }) => conversation)].map(
      ([conversation, found]) =>
        linesOf(
          conversation,
          found.flatMap(({ edited }) => edited ?? []),
        ),
    )
    const lines = (await Promise.all(asked)).flat()
    const byKey = new Map(lines.map((line) => [`${line.conversation} ${line.seq}`, line]))
    return read.map((entry) => {
      const line = byKey.get(`${entry.conversation} ${entry.edited}`)
      return line ? { ...entry, text: line.text, body: line.body } : entry
    })
  }
}
