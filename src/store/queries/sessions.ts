import { and, eq, getTableColumns, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'

type Sessions = Pick<
  Accounts,
  | 'openSession'
  | 'session'
  | 'isSessionOfDisabled'
  | 'touchSession'
  | 'closeSession'
  | 'closeSessionsOf'
>

export const sessionsOver = ({ db, tables, statements, write }: QueryContext): Sessions => {
  const { sessions, accounts, agents } = tables
  const { emailKey: _emailKey, ...account } = getTableColumns(accounts)
  const now = sql.placeholder('now')
  const signedIn = db
    .select({ account, departments: agents.departments, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .leftJoin(agents, eq(agents.id, sessions.account))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('tokenHash')),
        gt(sessions.idleUntil, now),
        gt(sessions.expiresAt, now),
        isNull(accounts.disabledAt),
      ),
    )
    .prepare()
  const shutOut = db
    .select({ account: accounts.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('tokenHash')),
        gt(sessions.expiresAt, now),
        isNotNull(accounts.disabledAt),
      ),
    )
    .prepare()
  return {
    openSession: async (tokenHash, account, { at, idle, expires }) => {
      await write([
        statements.putSession({
          tokenHash,
          account,
          createdAt: at,
          idleUntil: idle,
          expiresAt: expires,
        }),
      ])
    },
    session: async (tokenHash, now) => {
      const [row] = await signedIn.execute({ tokenHash, now })
      return row && { ...row, departments: row.departments ?? [] }
    },
    isSessionOfDisabled: async (tokenHash, now) =>
      (await shutOut.execute({ tokenHash, now })).length > 0,
    touchSession: async (tokenHash, idle) => {
      await db.update(sessions).set({ idleUntil: idle }).where(eq(sessions.tokenHash, tokenHash))
    },
    closeSession: async (tokenHash) => {
      await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
    },
    closeSessionsOf: async (account) => {
      await db.delete(sessions).where(eq(sessions.account, account))
    },
  }
}
