import type { AuditedAct, AuditRow } from '../../../actors/audit'
import { limits } from '../../../actors/limits'
import { type Columns, WORD_BYTES } from '../columns'

/** An address: a word and an id. */
const OBJECT_BYTES = 128

/** Who did what, and when: rows are added and never changed. */
export const auditTables = (c: Columns) => ({
  audit: c.table(
    'audit',
    {
      id: c.id('id').primaryKey(),
      at: c.time('at').notNull(),
      actor: c.id('actor').notNull(),
      actorName: c.short('actor_name', limits.name).notNull(),
      act: c.key('act', WORD_BYTES).$type<AuditedAct>().notNull(),
      object: c.key('object', OBJECT_BYTES).notNull(),
      detail: c.json<AuditRow['detail']>('detail'),
    },
    (t) => [c.index('audit_object').on(t.object)],
  ),
})
export type AuditTables = ReturnType<typeof auditTables>
