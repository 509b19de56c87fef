import type { AuditedAct, AuditRow } from '../../../actors/audit'
import { limits } from '../../../actors/limits'
import { type Columns, HASH_BYTES, WORD_BYTES } from '../columns'

/** An address: a word and an id. */
const OBJECT_BYTES = 128
/** An IP address, or the network it is counted by. */
const ADDRESS_BYTES = 64
const BROWSER_CHARS = 80

export const auditIndexes = {
  all: 'audit_at',
  act: 'audit_act',
  actor: 'audit_actor',
  object: 'audit_object',
} as const

/** Who did what, and when: rows are added, then sealed once, and never changed otherwise. */
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
      address: c.key('address', ADDRESS_BYTES),
      browser: c.short('browser', BROWSER_CHARS),
      /** Its place in the chain, the hash of the one before, and its own: empty until it is sealed. */
      seq: c.int('seq'),
      prev: c.key('prev', HASH_BYTES),
      hash: c.key('hash', HASH_BYTES),
      /** With which what may name a person was hashed before it went into the act's own hash. */
      salt: c.key('salt', HASH_BYTES),
      /** That hash, once what it was made of was erased with its salt. */
      erased: c.key('erased', HASH_BYTES),
    },
    (t) => [
      c.unique('audit_seq').on(t.seq),
      c.index(auditIndexes.all).on(t.at, t.id, t.act, t.actor, t.object),
      // What is narrowed by one thing alone is read in the order of that.
      c.index(auditIndexes.act).on(t.act, t.at, t.id),
      c.index(auditIndexes.actor).on(t.actor, t.at, t.id),
      c.index(auditIndexes.object).on(t.object, t.at, t.id),
    ],
  ),
  /** Where the chain ends. One row, by which of several who seal at once only one does. */
  auditHeads: c.table('audit_heads', {
    name: c.key('name', WORD_BYTES).primaryKey(),
    seq: c.int('seq').notNull(),
    hash: c.key('hash', HASH_BYTES).notNull(),
    at: c.time('at').notNull(),
  }),
})
export type AuditTables = ReturnType<typeof auditTables>
