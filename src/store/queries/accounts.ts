import { eq, getTableColumns, lte, sql } from 'drizzle-orm'
import type { Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { attemptsOver } from './attempts'
import { deleteBatch } from './delete-batch'
import { newAccountsOver } from './new-accounts'
import { sessionsOver } from './sessions'
import { settingsOver } from './settings'

export const accountsOver = (base: QueryContext): Accounts => ({
  ...sessionsOver(base),
  ...attemptsOver(base),
  ...settingsOver(base),
  ...newAccountsOver(base),
  ...knownAccountsOver(base),
  tidy: async (now) => {
    const { sessions, attempts } = base.tables
    const more = [
      await deleteBatch(base, sessions, sessions.tokenHash, lte(sessions.expiresAt, now)),
      await deleteBatch(base, attempts, attempts.key, lte(attempts.until, now)),
    ]
    return more.includes(true)
  },
})

type KnownAccounts = Pick<Accounts, 'byEmailKey' | 'byId' | 'rename' | 'setPassword' | 'disable'>

/** Accounts that are there, and what changes of them. */
const knownAccountsOver = ({ db, tables: { accounts } }: QueryContext): KnownAccounts => {
  const { emailKey: _emailKey, ...account } = getTableColumns(accounts)
  const byEmailKey = db
    .select(account)
    .from(accounts)
    .where(eq(accounts.emailKey, sql.placeholder('emailKey')))
    .prepare()
  const byId = db
    .select(account)
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('id')))
    .prepare()
  return {
    byEmailKey: async (emailKey) => (await byEmailKey.execute({ emailKey }))[0],
    byId: async (id) => (await byId.execute({ id }))[0],
    rename: async (id, name) => {
      await db.update(accounts).set({ name }).where(eq(accounts.id, id))
    },
    setPassword: async (id, passwordHash) => {
      await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, id))
    },
    disable: async (id, at) => {
      await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, id))
    },
  }
}
