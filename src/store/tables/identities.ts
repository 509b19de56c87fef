import { type Columns, HASH_BYTES } from '../columns'

/** Who somebody is on a site that has proven it: which visitor here, by a hash of their subject. */
export const identityTables = (c: Columns) => ({
  identities: c.table(
    'identities',
    {
      subjectHash: c.key('subject_hash', HASH_BYTES).primaryKey(),
      visitor: c.id('visitor').notNull(),
      at: c.time('at').notNull(),
    },
    (t) => [c.index('identities_visitor').on(t.visitor)],
  ),
})
export type IdentityTables = ReturnType<typeof identityTables>
