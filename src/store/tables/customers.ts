import { limits } from '../../../actors/limits'
import { type Columns, HASH_BYTES, WORD_BYTES } from '../columns'

/** A normalised e-mail in bytes. */
const EMAIL_KEY_BYTES = limits.email * 4
/** An address as it is written, with its zone. */
const ADDRESS_BYTES = 64
/** Characters of the name of a browser with its system. */
const BROWSER = 200

/** Visitors with an account of their own, and the browsers in which they are signed in. */
export const customerTables = (c: Columns) => ({
  customers: c.table(
    'customers',
    {
      id: c.id('id').primaryKey(),
      email: c.short('email', limits.email).notNull(),
      emailKey: c.key('email_key', EMAIL_KEY_BYTES).notNull(),
      name: c.short('name', limits.name).notNull(),
      passwordHash: c.key('password_hash', 255).notNull(),
      language: c.key('language', WORD_BYTES).notNull(),
      createdAt: c.time('created_at').notNull(),
      /** Since when they may sign in; null while a mail waits to be opened. */
      openedAt: c.time('opened_at'),
      /** When they showed that they read the mail of this address. */
      provenAt: c.time('proven_at'),
      seenAt: c.time('seen_at'),
    },
    (t) => [
      c.unique('customers_email_key').on(t.emailKey),
      c.index('customers_created').on(t.createdAt, t.id),
    ],
  ),
  customerSessions: c.table(
    'customer_sessions',
    {
      /** Of the visitor's cookie in that browser. */
      tokenHash: c.key('token_hash', HASH_BYTES).primaryKey(),
      customer: c.id('customer').notNull(),
      createdAt: c.time('created_at').notNull(),
      idleUntil: c.time('idle_until').notNull(),
      expiresAt: c.time('expires_at').notNull(),
      address: c.key('address', ADDRESS_BYTES),
      browser: c.short('browser', BROWSER),
    },
    (t) => [
      c.index('customer_sessions_customer').on(t.customer),
      c.index('customer_sessions_idle').on(t.idleUntil),
    ],
  ),
})
export type CustomerTables = ReturnType<typeof customerTables>
