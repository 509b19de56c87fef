import { limits } from '../../../actors/limits'
import { type MovedWith, nothingMoved } from '../../../actors/visitor/merge'
import type { PageView, VisitAbout } from '../../../actors/visitor/visit'
import { type Columns, HASH_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** Who is one with another, and what went over with them: so that it can go back. */
const mergesTable = (c: Columns) =>
  c.table(
    'visitor_merges',
    {
      id: c.id('id').primaryKey(),
      from: c.id('from_visitor').notNull(),
      into: c.id('into_visitor').notNull(),
      at: c.time('at').notNull(),
      by: c.id('by').notNull(),
      byName: c.short('by_name', limits.name).notNull(),
      undoneAt: c.time('undone_at'),
      moved: c.jsonAs('moved', orElse<MovedWith>(nothingMoved)).notNull(),
    },
    (t) => [
      c.index('visitor_merges_into').on(t.into, t.id),
      c.index('visitor_merges_from').on(t.from, t.id),
    ],
  )

/** Which visitor came back: their cookies, as hashes; and what they look at, or looked at last. */
export const visitTables = (c: Columns) => ({
  visitorMerges: mergesTable(c),
  visitorTokens: c.table(
    'visitor_tokens',
    {
      tokenHash: c.key('token_hash', HASH_BYTES).primaryKey(),
      visitor: c.id('visitor').notNull(),
      at: c.time('at').notNull(),
    },
    (t) => [c.index('visitor_tokens_at').on(t.at), c.index('visitor_tokens_visitor').on(t.visitor)],
  ),
  visits: c.table(
    'visits',
    {
      visitor: c.id('visitor').primaryKey(),
      startedAt: c.time('started_at').notNull(),
      at: c.time('at').notNull(),
      visits: c.int('visits').notNull(),
      about: c.jsonAs('about', whole).notNull(),
      pages: c.jsonAs('pages', orElse<readonly PageView[]>([])).notNull(),
    },
    (t) => [c.index('visits_at').on(t.at, t.visitor)],
  ),
})
export type VisitTables = ReturnType<typeof visitTables>

const whole = orElse<VisitAbout>({
  ...{ language: '', zone: '', browser: '', system: '', device: '', address: '' },
  ...{ place: null, referrer: '', utm: {} },
})
