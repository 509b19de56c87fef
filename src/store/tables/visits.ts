import { type Columns, HASH_BYTES } from '../columns'

/** Which visitor came back: their cookies, as hashes. */
export const visitTables = (c: Columns) => ({
  visitorTokens: c.table(
    'visitor_tokens',
    {
      tokenHash: c.key('token_hash', HASH_BYTES).primaryKey(),
      visitor: c.id('visitor').notNull(),
      at: c.time('at').notNull(),
    },
    (t) => [c.index('visitor_tokens_at').on(t.at)],
  ),
})
export type VisitTables = ReturnType<typeof visitTables>
