import { providerLimits } from '../../../actors/provider'
import { type Columns, HASH_BYTES, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'

/** Services that say who somebody is, and whom they have said it of. */
export const providerTables = (c: Columns) => ({
  providers: c.table('providers', {
    id: c.id('id').primaryKey(),
    label: c.short('label', providerLimits.label).notNull(),
    issuer: c.long('issuer').notNull(),
    clientId: c.long('client_id').notNull(),
    /** Sealed by the installation's secret. */
    clientSecret: c.long('client_secret').notNull(),
    /** Empty, everybody it knows may come in: what is damaged lets nobody in. */
    domains: c.jsonAs('domains', orElse<readonly string[]>(['damaged.invalid'])).notNull(),
    role: c.key('role', WORD_BYTES).notNull(),
    countsAsSecond: c.flag('counts_as_second').notNull(),
    version: c.id('version').notNull(),
  }),
  providerLinks: c.table(
    'provider_links',
    {
      provider: c.id('provider').notNull(),
      /** Hash of what it calls them, which no two of its people share. */
      subject: c.key('subject', HASH_BYTES).notNull(),
      account: c.id('account').notNull(),
      createdAt: c.time('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.provider, t.subject] }),
      c.unique('provider_links_account').on(t.account, t.provider),
    ],
  ),
})
export type ProviderTables = ReturnType<typeof providerTables>
