import { inArray } from 'drizzle-orm'
import type { Account, Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { insertInto, putInto } from '../statements'
import type { AccountTables } from '../tables/accounts'
import type { AuditTables } from '../tables/audit'
import { ADMINS } from './admins'
import { tellingInto } from './audit'

/** Claimed by whoever makes the first admin, in the same transaction. */
const FIRST_ADMIN = 'first-admin'
const ifTaken = (key: string) => ({ onDuplicate: [{ key, outcome: 'taken' as const }] })

/** Accounts that are made, and whether the desk has an admin already. */
export const newAccountsOver = (
  base: QueryContext<AccountTables & AuditTables>,
): Pick<Accounts, 'create' | 'createFirstAdmin' | 'hasAdmin'> => {
  const { db, tables, upsert, write } = base
  const { accounts, settings } = tables
  const tell = tellingInto(tables)
  const insertAccount = insertInto(accounts)
  const insertSetting = insertInto(settings)
  const keepSetting = putInto(upsert, settings, [settings.name], [])
  const insert = (row: Account, emailKey: string) =>
    insertAccount({ ...row, emailKey }, ifTaken('email_key'))
  const admin = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(inArray(accounts.role, ADMINS))
    .limit(1)
    .prepare()
  return {
    create: (row, emailKey, told) =>
      write([
        ...(ADMINS.some((role) => role === row.role)
          ? [keepSetting({ name: FIRST_ADMIN, value: row.id })]
          : []),
        insert(row, emailKey),
        ...tell(told),
      ]),
    createFirstAdmin: (row, emailKey, told) =>
      write([
        insertSetting({ name: FIRST_ADMIN, value: row.id }, ifTaken('')),
        insert(row, emailKey),
        ...tell(told),
      ]),
    hasAdmin: async () => (await admin.execute()).length > 0,
  }
}
