import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Entry } from '../../../actors/entry'
import type { Transcripts } from '../ports/transcripts'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'
import { entriesAfterOver } from './entries-after'
import { changesOver } from './entry-changes'

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
    notices: (conversation, limit) => notices.execute({ conversation, limit }),
    byClientId: async (conversation, clientId) =>
      (await byClientId.execute({ conversation, clientId }))[0],
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
