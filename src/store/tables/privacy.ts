import {
  type ErasedCounts,
  type Erasure,
  type ErasurePlan,
  emptyPlan,
} from '../../../actors/erasing/erasure'
import { limits } from '../../../actors/limits'
import { type Columns, HASH_BYTES, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** A name of a table, and the key of one of its rows: of the longest, three ids. */
const CURSOR_BYTES = 512
/** The address of a visitor or a conversation. */
const OBJECT_BYTES = 128

/** Who was erased, and what must not be. */
export const privacyTables = (c: Columns) => ({
  erasures: c.table(
    'erasures',
    {
      id: c.id('id').primaryKey(),
      at: c.time('at').notNull(),
      by: c.id('by').notNull(),
      byName: c.short('by_name', limits.name).notNull(),
      digest: c.key('digest', HASH_BYTES).notNull(),
      step: c.key('step', WORD_BYTES).$type<Erasure['step']>().notNull(),
      cursor: c.key('cursor', CURSOR_BYTES).notNull(),
      /** Empty once it is done: nothing tells who it was. */
      plan: c.jsonAs('plan', orElse<ErasurePlan>(emptyPlan)).notNull(),
      counts: c.jsonAs('counts', orElse<ErasedCounts>({})).notNull(),
      doneAt: c.time('done_at'),
      problem: c.long('problem').notNull(),
    },
    (t) => [c.index('erasures_step').on(t.step)],
  ),
  /** What is kept for a court, whatever its time: a visitor with all that is theirs, or a conversation. */
  legalHolds: c.table('legal_holds', {
    object: c.key('object', OBJECT_BYTES).primaryKey(),
    reason: c.short('reason', limits.comment).notNull(),
    by: c.id('by').notNull(),
    byName: c.short('by_name', limits.name).notNull(),
    at: c.time('at').notNull(),
  }),
})
export type PrivacyTables = ReturnType<typeof privacyTables>
