import { asc, eq, getTableColumns, lte, sql } from 'drizzle-orm'
import { accountStepsOver, runsStepsOver } from '../account-steps'
import type { Accounts, KnownAccount } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { removeFrom, setIn } from '../statements'
import type { AccountTables } from '../tables/accounts'
import type { AuditTables } from '../tables/audit'
import type { FactorTables } from '../tables/factors'
import type { PasskeyTables } from '../tables/passkeys'
import type { ProviderTables } from '../tables/providers'
import type { RoleTables } from '../tables/roles'
import type { SummaryTables } from '../tables/summaries'
import { attemptsOver } from './attempts'
import { tellingInto } from './audit'
import { deleteBatch } from './delete-batch'
import { newAccountsOver } from './new-accounts'
import { openSessionOver, sessionsOver } from './sessions'
import { settingsOver } from './settings'

/** What somebody comes in by beside their password. */
type DoorTables = FactorTables & ProviderTables & PasskeyTables

export const accountsOver = (
  base: QueryContext<AccountTables & RoleTables & DoorTables & SummaryTables & AuditTables>,
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
  'rename' | 'change' | 'setPassword' | 'replacePassword' | 'saw' | 'disable' | 'remove'
>

/** What changes of them. */
const changedAccountsOver = (
  base: QueryContext<AccountTables & DoorTables & AuditTables>,
): ChangedAccounts => {
  const { db, tables, write } = base
  const { accounts, sessions } = tables
  const { id, passwordHash, disabledAt } = accounts
  const tell = tellingInto(tables)
  const [change, mark] = [accountStepsOver(tables), runsStepsOver(tables)]
  const open = openSessionOver(base)
  const setPassword = setIn(accounts, { passwordHash }, { id })
  const replacePassword = setIn(accounts, { passwordHash }, { id, before: passwordHash })
  const disable = setIn(accounts, { disabledAt }, { id })
  const remove = removeFrom(accounts, { id })
  const removeSessions = removeFrom(sessions, { account: sessions.account })
  const removeDoors = doorsOf(tables)
  const set = async (id: string, values: Partial<KnownAccount>) => {
    await db.update(accounts).set(values).where(eq(accounts.id, id))
  }
  return {
    rename: (id, name) => set(id, { name }),
    change: (one, told) => write([...change(one), ...tell(told)]),
    setPassword: async (id, passwordHash, told) => {
      await write([
        ...[setPassword({ id, passwordHash }), removeSessions({ account: id })],
        ...tell(told),
      ])
    },
    replacePassword: (id, passwordHash, before, told, stays) =>
      write([
        replacePassword({ id, passwordHash, before }, { onUnchanged: 'changed' }),
        removeSessions({ account: id }),
        ...(stays ? open(id, stays) : []),
        ...tell(told),
      ]),
    saw: (id, at) => set(id, { seenAt: at }),
    disable: (id, disabledAt, told, runs) =>
      write([...mark(runs), disable({ id, disabledAt }), ...tell(told)]),
    remove: async (id, told) => {
      const own = { account: id }
      const doors = removeDoors.map((one) => one(own))
      await write([remove({ id }), removeSessions(own), ...doors, ...tell(told)])
    },
  }
}

const doorsOf = ({ factors, recoveryCodes, providerLinks, passkeys }: DoorTables) =>
  [factors, recoveryCodes, providerLinks, passkeys].map((table) =>
    removeFrom(table, { account: table.account }),
  )
