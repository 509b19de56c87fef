import { and, eq, getTableColumns, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { batchLoader } from '../batch-loader'
import type { Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'

type Reads = Pick<Accounts, 'session' | 'hasSession' | 'isSessionOfDisabled'>
type Writes = Pick<Accounts, 'openSession' | 'touchSession' | 'closeSession' | 'closeSessionsOf'>

/** Sessions that are looked at in one query. */
const BATCH_SESSIONS = 500

type Asked = { tokenHash: string; now: number }

export const sessionsOver = (base: QueryContext): Reads & Writes => ({
  ...readsOver(base),
  ...writesOver(base),
})

const readsOver = (base: QueryContext): Reads => {
  const { db, tables } = base
  const { sessions, accounts } = tables
  const signedIn = signedInOver(base)
  const ofDisabled = db
    .select({ account: accounts.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('tokenHash')),
        gt(sessions.expiresAt, sql.placeholder('now')),
        isNotNull(accounts.disabledAt),
      ),
    )
    .prepare()
  return {
    session: async (tokenHash, now) => {
      const row = await signedIn({ tokenHash, now })
      if (!row) return undefined
      const { account, departments, expiresAt } = row
      return { account, departments: departments ?? [], expiresAt }
    },
    hasSession: async (account, now) => {
      const found = await db
        .select({ account: sessions.account })
        .from(sessions)
        .where(
          and(
            ...[eq(sessions.account, account), gt(sessions.idleUntil, now)],
            gt(sessions.expiresAt, now),
          ),
        )
        .limit(1)
      return found.length > 0
    },
    isSessionOfDisabled: async (tokenHash, now) =>
      (await ofDisabled.execute({ tokenHash, now })).length > 0,
  }
}

/** Sessions that stand, with their accounts. Live pages ask for all at once, every few seconds. */
const signedInOver = ({ db, tables: { sessions, accounts, agents } }: QueryContext) => {
  const { emailKey: _emailKey, ...account } = getTableColumns(accounts)
  const valid = () =>
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
  const one = valid()
    .where(and(eq(sessions.tokenHash, sql.placeholder('tokenHash')), isNull(accounts.disabledAt)))
    .prepare()
  return batchLoader(BATCH_SESSIONS, async (asked: readonly Asked[]) => {
    const hashes = asked.map(({ tokenHash }) => tokenHash)
    const rows = asked[1]
      ? await valid().where(and(inArray(sessions.tokenHash, hashes), isNull(accounts.disabledAt)))
      : await one.execute({ tokenHash: hashes[0] })
    const byHash = new Map(rows.map((row) => [row.tokenHash, row]))
    return asked.map(({ tokenHash, now }) => {
      const row = byHash.get(tokenHash)
      return row && row.idleUntil > now && row.expiresAt > now ? row : undefined
    })
  })
}

const writesOver = ({ db, tables: { sessions }, statements, write }: QueryContext): Writes => ({
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
  touchSession: async (tokenHash, idle) => {
    await db.update(sessions).set({ idleUntil: idle }).where(eq(sessions.tokenHash, tokenHash))
  },
  closeSession: async (tokenHash) => {
    await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
  },
  closeSessionsOf: async (account) => {
    await db.delete(sessions).where(eq(sessions.account, account))
  },
})
