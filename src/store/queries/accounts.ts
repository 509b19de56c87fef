import { eq, getTableColumns, inArray, lte, sql } from 'drizzle-orm'
import type { Role } from '../../../actors/people'
import type { Account, Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { attemptsOver } from './attempts'
import { deleteBatch } from './delete-batch'
import { sessionsOver } from './sessions'

/** Claimed by whoever makes the first admin, in the same transaction. */
const FIRST_ADMIN = 'first-admin'
/** With one of these the desk is set up. */
const ADMINS: readonly Role[] = ['owner', 'admin']

export const accountsOver = (base: QueryContext): Accounts => {
  const { db, tables, statements: s, write } = base
  const { accounts, sessions, attempts, settings } = tables
  const { emailKey: _emailKey, ...account } = getTableColumns(accounts)
  const onDuplicate = { onDuplicate: [{ key: 'email_key', outcome: 'taken' as const }] }
  const insert = (row: Account, emailKey: string) => s.account({ ...row, emailKey }, onDuplicate)
  const admin = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(inArray(accounts.role, ADMINS))
    .limit(1)
    .prepare()
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
  const setting = db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare()
  return {
    ...sessionsOver(base),
    ...attemptsOver(base),
    create: (row, emailKey) =>
      write([
        ...(ADMINS.includes(row.role) ? [s.keepSetting({ name: FIRST_ADMIN, value: row.id })] : []),
        insert(row, emailKey),
      ]),
    createFirstAdmin: (row, emailKey) =>
      write([
        s.setting(
          { name: FIRST_ADMIN, value: row.id },
          { onDuplicate: [{ key: '', outcome: 'taken' as const }] },
        ),
        insert(row, emailKey),
      ]),
    hasAdmin: async () => (await admin.execute()).length > 0,
    byEmailKey: async (emailKey) => (await byEmailKey.execute({ emailKey }))[0],
    byId: async (id) => (await byId.execute({ id }))[0],
    setPassword: async (id, passwordHash) => {
      await db.update(accounts).set({ passwordHash }).where(eq(accounts.id, id))
    },
    disable: async (id, at) => {
      await db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, id))
    },
    setting: async (name) => (await setting.execute({ name }))[0]?.value,
    setSetting: async (name, value) => {
      if (value === null) await db.delete(settings).where(eq(settings.name, name))
      else await write([s.putSetting({ name, value })])
    },
    tidy: async (now) => {
      const more = [
        await deleteBatch(base, sessions, sessions.tokenHash, lte(sessions.expiresAt, now)),
        await deleteBatch(base, attempts, attempts.key, lte(attempts.until, now)),
      ]
      return more.includes(true)
    },
  }
}
