import { and, desc, eq, inArray, lte, max, or, sql } from 'drizzle-orm'
import type { Mentions } from '../ports/mentions'
import type { QueryContext } from '../query-context'
import type { MentionTables } from '../tables/mentions'
import type { SummaryTables } from '../tables/summaries'

export const mentionsOver = ({
  db,
  tables: { mentions, conversations },
}: QueryContext<MentionTables & SummaryTables>): Mentions => {
  const { agent, conversation, entry, seq, at, place, seen } = mentions
  const isUnseen = and(
    ...[eq(agent, sql.placeholder('agent')), eq(conversation, sql.placeholder('conversation'))],
    ...[eq(seen, false), lte(seq, sql.placeholder('upTo'))],
  )
  const any = db.select({ seq }).from(mentions).where(isUnseen).limit(1).prepare()
  return {
    unseen: async (reader, limit) => {
      const { department, agent: holder, offeredTo, id } = conversations
      const theirs = [eq(holder, reader.agent), eq(offeredTo, reader.agent)]
      const inTheirs = inArray(department, [...reader.departments])
      const rows = await db
        .select({ conversation, at: max(at) })
        .from(mentions)
        .innerJoin(conversations, eq(id, conversation))
        .where(
          and(
            ...[eq(agent, reader.agent), eq(seen, false), eq(place, 'here')],
            reader.departments.length > 0 ? or(inTheirs, ...theirs) : or(...theirs),
          ),
        )
        .groupBy(conversation)
        .orderBy(desc(max(at)), desc(conversation))
        .limit(limit)
      return rows.map((row) => ({ conversation: row.conversation, at: row.at ?? 0 }))
    },
    lastUnseen: async (reader, id) => {
      const [last] = await db
        .select({ entry })
        .from(mentions)
        .where(
          and(
            ...[eq(agent, reader), eq(conversation, id)],
            ...[eq(seen, false), eq(place, 'here')],
          ),
        )
        .orderBy(desc(seq))
        .limit(1)
      return last?.entry
    },
    see: async (reader, id, upTo) => {
      // Mostly nobody is called: a look writes nothing.
      const [found] = await any.execute({ agent: reader, conversation: id, upTo })
      if (!found) return false
      await db
        .update(mentions)
        .set({ seen: true })
        .where(and(eq(agent, reader), eq(conversation, id), lte(seq, upTo)))
      return true
    },
    forget: async (reader) => {
      await db.delete(mentions).where(eq(agent, reader))
    },
  }
}
