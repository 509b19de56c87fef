import { and, eq, getTableColumns, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { batchLoader } from '../batch-loader'
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

/** Sessions that are looked at in one query. */
const BATCH_SESSIONS = 500

type Asked = { tokenHash: string; now: number }

export const sessionsOver = ({ db, tables, statements, write }: QueryContext): Sessions => {
  const { sessions, accounts, agents } = tables
  const { emailKey: _emailKey, ...account } = getTableColumns(accounts)
  const now = sql.placeholder('now')
  const stands = () =>
    db
      .select({
        account,
        departments: agents.departments,
        expiresAt: sessions.expiresAt,
        idleUntil: sessions.idleUntil,
        tokenHash: sessions.tokenHash,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.account))
      .leftJoin(agents, eq(agents.id, sessions.account))
  const one = stands()
    .where(and(eq(sessions.tokenHash, sql.placeholder('tokenHash')), isNull(accounts.disabledAt)))
    .prepare()
  /** Live pages ask all at once, every few seconds. */
  const signedIn = batchLoader(BATCH_SESSIONS, async (asked: readonly Asked[]) => {
    const hashes = asked.map(({ tokenHash }) => tokenHash)
    const rows = asked[1]
      ? await stands().where(and(inArray(sessions.tokenHash, hashes), isNull(accounts.disabledAt)))
      : await one.execute({ tokenHash: hashes[0] })
    const byHash = new Map(rows.map((row) => [row.tokenHash, row]))
    return asked.map(({ tokenHash, now }) => {
      const row = byHash.get(tokenHash)
      return row && row.idleUntil > now && row.expiresAt > now ? row : undefined
    })
  })
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
      const row = await signedIn({ tokenHash, now })
      if (!row) return undefined
      const { account, departments, expiresAt } = row
      return { account, departments: departments ?? [], expiresAt }
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
