import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Entry } from '../../../actors/entry'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'

/** With what was put to them, oldest first. */
export const reactionsOver = ({ db, tables: { reactions } }: QueryContext<TranscriptTables>) => {
  const { conversation, entry, emoji, by, author, name, seq } = reactions
  const of = (id: string, entries: string[]) =>
    db
      .select({ conversation, entry, emoji, by, author, name })
      .from(reactions)
      .where(and(eq(conversation, id), inArray(entry, entries)))
      .orderBy(asc(seq))

  return async (read: Entry[]): Promise<Entry[]> => {
    const reacted = read.filter((each) => each.reacted)
    if (reacted.length === 0) return read
    const asked = [...Map.groupBy(reacted, (each) => each.conversation)].map(([id, found]) =>
      of(
        id,
        found.map(({ clientId }) => clientId),
      ),
    )
    const all = (await Promise.all(asked)).flat()
    const byEntry = Map.groupBy(all, (each) => `${each.conversation} ${each.entry}`)
    return read.map((each) => {
      const found = each.reacted ? byEntry.get(`${each.conversation} ${each.clientId}`) : undefined
      if (!found) return each
      return {
        ...each,
        reactions: found.map(({ emoji, by, author, name }) => ({ emoji, by, author, name })),
      }
    })
  }
}
