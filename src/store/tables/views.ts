import { limits } from '../../../actors/limits'
import type { Columns } from '../columns'

/** Lists of conversations that somebody keeps under a name. */
export const viewTables = (c: Columns) => ({
  views: c.table(
    'views',
    {
      id: c.id('id').primaryKey(),
      owner: c.id('owner').notNull(),
      name: c.short('name', limits.name).notNull(),
      /** The list, as its address names it. */
      query: c.long('query').notNull(),
      /** Whether all colleagues have it. */
      shared: c.flag('shared').notNull(),
      createdAt: c.time('created_at').notNull(),
    },
    (t) => [c.index('views_owner').on(t.owner), c.index('views_shared').on(t.shared)],
  ),
})
export type ViewTables = ReturnType<typeof viewTables>
