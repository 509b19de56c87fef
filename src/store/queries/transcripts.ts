import { and, asc, type Column, desc, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Entry } from '../../../actors/entry'
import type { Transcripts } from '../ports/transcripts'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'
import { entriesAfterOver } from './entries-after'
import { changesOver } from './entry-changes'

/** The desk tells of stars in it. */
const isRated = (body: Column) => sql`${body} like '{"kind":"notice","notice":{"code":"rated"%'`

export const transcriptsOver = (base: QueryContext<TranscriptTables>): Transcripts => {
  const { db } = base
  const { entries, formerTexts } = base.tables
  const asTheyAre = changesOver(base)
  const own = eq(entries.conversation, sql.placeholder('conversation'))
  const before = db
    .select()
    .from(entries)
    // Whatever changes an entry is shown where that one is, and takes no room of its own.
    .where(and(own, lt(entries.seq, sql.placeholder('seq')), isNull(entries.changes)))
    .orderBy(desc(entries.seq))
    .limit(sql.placeholder('limit'))
    .prepare()
  const notices = db
    .select()
    .from(entries)
    .where(and(own, eq(entries.by, 'desk')))
    .orderBy(desc(entries.seq))
    .limit(sql.placeholder('limit'))
    .prepare()
  const byClientId = db
    .select()
    .from(entries)
    .where(and(own, eq(entries.clientId, sql.placeholder('clientId'))))
    .prepare()
  const backwards = async (conversation: string, seq: number, limit: number): Promise<Entry[]> =>
    (await asTheyAre(await before.execute({ conversation, seq, limit }))).reverse()

  return {
    after: entriesAfterOver(base, asTheyAre),
    last: (conversation, limit) => backwards(conversation, Number.MAX_SAFE_INTEGER, limit),
    before: backwards,
    ...talkOver(base, asTheyAre),
    notices: (conversation, limit) => notices.execute({ conversation, limit }),
    byClientId: async (conversation, clientId) =>
      (await byClientId.execute({ conversation, clientId }))[0],
    rated: async (conversations) => {
      if (conversations.length === 0) return new Map()
      const rows = await db
        .select()
        .from(entries)
        .where(and(inArray(entries.conversation, [...conversations]), isRated(entries.body)))
        .orderBy(asc(entries.seq))
      return new Map(rows.map((row) => [row.conversation, row]))
    },
    formerTexts: (conversation, clientId) =>
      db
        .select({ seq: formerTexts.seq, text: formerTexts.text, until: formerTexts.until })
        .from(formerTexts)
        .where(and(eq(formerTexts.conversation, conversation), eq(formerTexts.entry, clientId)))
        .orderBy(formerTexts.seq),
    shown: async (conversation, clientId) =>
      (await asTheyAre(await byClientId.execute({ conversation, clientId })))[0],
  }
}

type AsTheyAre = ReturnType<typeof changesOver>

const talkOver = (
  { db, tables: { entries, reactions } }: QueryContext<TranscriptTables>,
  asTheyAre: AsTheyAre,
): Pick<Transcripts, 'talkIn' | 'renameVisitor'> => ({
  talkIn: async (conversations, limit, after) => {
    if (conversations.length === 0) return []
    const { conversation, seq } = entries
    const isLater =
      after &&
      or(
        gt(conversation, after.conversation),
        and(eq(conversation, after.conversation), gt(seq, after.seq)),
      )
    const rows = await db
      .select()
      .from(entries)
      .where(
        and(
          inArray(entries.conversation, [...conversations]),
          isNull(entries.changes),
          ne(entries.by, 'desk'),
          isLater,
        ),
      )
      .orderBy(asc(conversation), asc(seq))
      .limit(limit)
    return asTheyAre(rows)
  },
  renameVisitor: async (conversation, name) => {
    for (const table of [entries, reactions])
      await db
        .update(table)
        .set({ name })
        .where(and(eq(table.conversation, conversation), eq(table.by, 'visitor')))
  },
})
