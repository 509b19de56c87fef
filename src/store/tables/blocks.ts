import type { BlockScope } from '../../../actors/block'
import { limits } from '../../../actors/limits'
import { type Columns, WORD_BYTES } from '../columns'

/** A visitor's id, an address or a network. */
const VALUE_BYTES = 64

/** Who is kept out. */
export const blockTables = (c: Columns) => ({
  blocks: c.table('blocks', {
    id: c.id('id').primaryKey(),
    scope: c.key('scope', WORD_BYTES).$type<BlockScope>().notNull(),
    value: c.key('value', VALUE_BYTES).notNull(),
    visitor: c.id('visitor'),
    conversation: c.id('conversation'),
    reason: c.short('reason', limits.comment).notNull(),
    by: c.id('by').notNull(),
    byName: c.short('by_name', limits.name).notNull(),
    at: c.time('at').notNull(),
    until: c.time('until'),
    liftedAt: c.time('lifted_at'),
    liftedBy: c.short('lifted_by', limits.name),
  }),
})
export type BlockTables = ReturnType<typeof blockTables>
