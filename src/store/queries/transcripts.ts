import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Base } from '../base'
import type { Transcripts } from '../store'

export const transcriptsOver = ({ db, tables: { entries } }: Base): Transcripts => {
  const own = eq(entries.conversation, sql.placeholder('conversation'))
  const seq = sql.placeholder('seq')
  const limit = sql.placeholder('limit')
  const after = db
    .select()
    .from(entries)
    .where(and(own, gt(entries.seq, seq)))
    .orderBy(asc(entries.seq))
    .limit(limit)
    .prepare()
  const before = db
    .select()
    .from(entries)
    .where(and(own, lt(entries.seq, seq)))
    .orderBy(desc(entries.seq))
    .limit(limit)
    .prepare()
  const byClientId = db
    .select()
    .from(entries)
    .where(and(own, eq(entries.clientId, sql.placeholder('clientId'))))
    .prepare()

  return {
    after: (conversation, seq, limit) => after.execute({ conversation, seq, limit }),
    last: async (conversation, limit) =>
      (await before.execute({ conversation, seq: Number.MAX_SAFE_INTEGER, limit })).reverse(),
    before: async (conversation, seq, limit) =>
      (await before.execute({ conversation, seq, limit })).reverse(),
    byClientId: async (conversation, clientId) =>
      (await byClientId.execute({ conversation, clientId }))[0],
  }
}
