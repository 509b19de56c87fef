import { passkeyLimits } from '../../../actors/passkey'
import { type Columns, HASH_BYTES } from '../columns'

/** Keys by which somebody signs in without a password. */
export const passkeyTables = (c: Columns) => ({
  passkeys: c.table(
    'passkeys',
    {
      /** Hash of what the device calls it. */
      id: c.key('id', HASH_BYTES).primaryKey(),
      account: c.id('account').notNull(),
      name: c.short('name', passkeyLimits.name).notNull(),
      /** As base64url: what the device calls it, and by what its answers are checked. */
      credential: c.long('credential').notNull(),
      publicKey: c.long('public_key').notNull(),
      /** How often it was used, as the device counts; 0 of those that do not. */
      counter: c.time('counter').notNull(),
      createdAt: c.time('created_at').notNull(),
      usedAt: c.time('used_at'),
    },
    (t) => [c.index('passkeys_account').on(t.account)],
  ),
})
export type PasskeyTables = ReturnType<typeof passkeyTables>
