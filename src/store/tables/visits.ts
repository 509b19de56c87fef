import type { PageView, VisitAbout } from '../../../actors/visitor/visit'
import { type Columns, HASH_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** Which visitor came back: their cookies, as hashes; and what they look at, or looked at last. */
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
    (t) => [c.index('visits_at').on(t.at)],
  ),
})
export type VisitTables = ReturnType<typeof visitTables>

const whole = orElse<VisitAbout>({
  ...{ language: '', zone: '', browser: '', system: '', device: '', address: '' },
  ...{ place: null, referrer: '', utm: {} },
})
