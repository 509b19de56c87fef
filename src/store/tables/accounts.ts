import { limits } from '../../../actors/limits'
import type { Role } from '../../../actors/people'
import { type Columns, HASH_BYTES, WORD_BYTES } from '../columns'

/** A normalised e-mail in bytes. */
const EMAIL_KEY_BYTES = limits.email * 4

/** The name of a limit and what it counts: a hash now, which is shorter. */
const ATTEMPT_BYTES = EMAIL_KEY_BYTES + 64
/** An address as it is written, with its zone. */
const ADDRESS_BYTES = 64
/** Characters of the name of a browser with its system. */
const BROWSER = 200
/** A word, and the id of a provider behind it. */
const DOOR_BYTES = 100

/** Who may sign in, who has, and what the desk knows of itself. */
export const accountTables = (c: Columns) => ({
  accounts: accountsTable(c),
  sessions: sessionsTable(c),
  settings: settingsTable(c),
  attempts: attemptsTable(c),
})
export type AccountTables = ReturnType<typeof accountTables>

const accountsTable = (c: Columns) =>
  c.table(
    'accounts',
    {
      id: c.id('id').primaryKey(),
      email: c.short('email', limits.email).notNull(),
      emailKey: c.key('email_key', EMAIL_KEY_BYTES).notNull(),
      name: c.short('name', limits.name).notNull(),
      role: c.key('role', WORD_BYTES).$type<Role>().notNull(),
      passwordHash: c.key('password_hash', 255).notNull(),
      disabledAt: c.time('disabled_at'),
      createdAt: c.time('created_at').notNull(),
      /** When something was last asked for in a session of theirs. */
      seenAt: c.time('seen_at'),
    },
    (t) => [c.unique('accounts_email_key').on(t.emailKey)],
  )

const sessionsTable = (c: Columns) =>
  c.table(
    'sessions',
    {
      tokenHash: c.key('token_hash', HASH_BYTES).primaryKey(),
      account: c.id('account').notNull(),
      createdAt: c.time('created_at').notNull(),
      idleUntil: c.time('idle_until').notNull(),
      expiresAt: c.time('expires_at').notNull(),
      /** Where it was begun: the address, and what the browser calls itself and its system. */
      address: c.key('address', ADDRESS_BYTES),
      browser: c.short('browser', BROWSER),
      /** By which door they came in; null in sessions from before that was written down. */
      door: c.key('door', DOOR_BYTES),
      /** When a second factor was shown in it; null for never. */
      strongAt: c.time('strong_at'),
    },
    (t) => [c.index('sessions_account').on(t.account), c.index('sessions_expires').on(t.expiresAt)],
  )

const settingsTable = (c: Columns) =>
  c.table('settings', {
    name: c.id('name').primaryKey(),
    value: c.long('value').notNull(),
  })

const attemptsTable = (c: Columns) =>
  c.table(
    'attempts',
    {
      key: c.key('key', ATTEMPT_BYTES).primaryKey(),
      count: c.int('count').notNull(),
      until: c.time('until').notNull(),
    },
    (t) => [c.index('attempts_until').on(t.until)],
  )
