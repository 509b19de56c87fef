import { and, eq, inArray } from 'drizzle-orm'
import type { Entry } from '../../../actors/entry'
import { quoteOf } from '../../../actors/quote'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'

/** With what they answer, as that is now. */
export const quotesOver = (
  { db, tables: { entries } }: QueryContext<TranscriptTables>,
  rewritten: (read: Entry[]) => Promise<Entry[]>,
) => {
  const named = (id: string, clientIds: string[]) =>
    db
      .select()
      .from(entries)
      .where(and(eq(entries.conversation, id), inArray(entries.clientId, clientIds)))

  return async (read: Entry[]): Promise<Entry[]> => {
    const answering = read.filter(({ answers }) => answers)
    if (answering.length === 0) return read
    const asked = [...Map.groupBy(answering, ({ conversation }) => conversation)].map(
      ([id, found]) => named(id, [...new Set(found.flatMap(({ answers }) => answers ?? []))]),
    )
    const quoted = await rewritten((await Promise.all(asked)).flat())
    const byKey = new Map(quoted.map((each) => [`${each.conversation} ${each.clientId}`, each]))
    return read.map((each) => {
      const found = each.answers && byKey.get(`${each.conversation} ${each.answers}`)
      return found ? { ...each, quoted: quoteOf(found) } : each
    })
  }
}
