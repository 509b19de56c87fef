import { asc, eq, getTableColumns, lte, sql } from 'drizzle-orm'
import type { Accounts, KnownAccount } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { setIn } from '../statements'
import type { AccountTables } from '../tables/accounts'
import type { AuditTables } from '../tables/audit'
import type { RoleTables } from '../tables/roles'
import type { SummaryTables } from '../tables/summaries'
import { attemptsOver } from './attempts'
import { deleteBatch } from './delete-batch'
import { newAccountsOver } from './new-accounts'
import { sessionsOver } from './sessions'
import { settingsOver } from './settings'

export const accountsOver = (
  base: QueryContext<AccountTables & RoleTables & SummaryTables & AuditTables>,
): Accounts => ({
  ...sessionsOver(base),
  ...attemptsOver(base),
  ...settingsOver(base),
  ...newAccountsOver(base),
  ...knownAccountsOver(base),
  ...changedAccountsOver(base),
  tidy: async (now) => {
    const { sessions, attempts } = base.tables
    const more = [
      await deleteBatch(base, sessions, sessions.tokenHash, lte(sessions.expiresAt, now)),
      await deleteBatch(base, attempts, attempts.key, lte(attempts.until, now)),
    ]
    return more.includes(true)
  },
})

type KnownAccounts = Pick<Accounts, 'byEmailKey' | 'byId' | 'all'>

/** Accounts that are there. */
const knownAccountsOver = ({
  db,
  tables: { accounts },
}: QueryContext<AccountTables>): KnownAccounts => {
  const { emailKey: _emailKey, ...known } = getTableColumns(accounts)
  const { seenAt: _seenAt, ...account } = known
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
    all: () => db.select(known).from(accounts).orderBy(asc(accounts.name), asc(accounts.id)),
  }
}

type ChangedAccounts = Pick<
  Accounts,
  | 'rename'
  | 'setEmail'
  | 'setRole'
  | 'setPassword'
  | 'replacePassword'
  | 'saw'
  | 'disable'
  | 'remove'
>

/** What changes of them. */
const changedAccountsOver = (base: QueryContext<AccountTables>): ChangedAccounts => {
  const { db, tables, write } = base
  const { accounts, sessions } = tables
  const { id, email, emailKey, passwordHash: before } = accounts
  const putEmail = setIn(accounts, { email, emailKey }, { id })
  const replacePassword = setIn(accounts, { passwordHash: before }, { id, before })
  const set = async (id: string, values: Partial<KnownAccount>) => {
    await db.update(accounts).set(values).where(eq(accounts.id, id))
  }
  return {
    rename: (id, name) => set(id, { name }),
    setEmail: (id, email, emailKey) =>
      write([
        putEmail(
          { id, email, emailKey },
          { onDuplicate: [{ key: 'email_key', outcome: 'taken' }] },
        ),
      ]),
    setRole: (id, role) => set(id, { role }),
    setPassword: (id, passwordHash) => set(id, { passwordHash }),
    replacePassword: (id, passwordHash, before) =>
      write([replacePassword({ id, passwordHash, before }, { onUnchanged: 'changed' })]),
    saw: (id, at) => set(id, { seenAt: at }),
    disable: (id, at) => set(id, { disabledAt: at }),
    remove: async (id) => {
      await db.delete(accounts).where(eq(accounts.id, id))
      await db.delete(sessions).where(eq(sessions.account, id))
    },
  }
}
