import { type Columns, HASH_BYTES, WORD_BYTES } from '../columns'

/** What somebody shows beside their password, and of whom that is asked. */
export const factorTables = (c: Columns) => ({
  /** The app that shows somebody's codes. */
  factors: c.table('factors', {
    account: c.id('account').primaryKey(),
    /** What the codes are made of, sealed by the installation's secret. */
    secret: c.key('secret', 255).notNull(),
    createdAt: c.time('created_at').notNull(),
    /** The step of time whose code was used last: none is used twice, and no older one. */
    usedStep: c.time('used_step').notNull(),
  }),
  recoveryCodes: c.table(
    'recovery_codes',
    {
      account: c.id('account').notNull(),
      hash: c.key('hash', HASH_BYTES).notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.account, t.hash] })],
  ),
  /** Roles whose people come in with a second factor only. */
  forcedRoles: c.table('forced_roles', {
    role: c.key('role', WORD_BYTES).primaryKey(),
  }),
})
export type FactorTables = ReturnType<typeof factorTables>
