import { and, desc, eq, gt, isNotNull, ne, sql } from 'drizzle-orm'
import type { Accounts, OpenSession } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { putInto, removeFrom, setIn, type WriteStep } from '../statements'
import type { AccountTables } from '../tables/accounts'
import type { AuditTables } from '../tables/audit'
import type { FactorTables } from '../tables/factors'
import type { RoleTables } from '../tables/roles'
import type { SummaryTables } from '../tables/summaries'
import { tellingInto } from './audit'
import { signedInOver } from './signed-in'

type Reads = Pick<
  Accounts,
  'session' | 'confinedSession' | 'sessionsOf' | 'hasSession' | 'isSessionOfDisabled'
>
type Writes = Pick<
  Accounts,
  | 'openSession'
  | 'strengthen'
  | 'touchSession'
  | 'closeSession'
  | 'closeSessions'
  | 'closeSessionsOf'
>

export const sessionsOver = (
  base: QueryContext<AccountTables & RoleTables & FactorTables & SummaryTables & AuditTables>,
): Reads & Writes => ({
  ...readsOver(base),
  ...writesOver(base),
})

const readsOver = (
  base: QueryContext<AccountTables & RoleTables & FactorTables & SummaryTables>,
): Reads => {
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
      if (!row || isConfined(row)) return undefined
      const { account, departments, grants, expiresAt } = row
      const own = grants ? { grants } : {}
      return { account, departments: departments ?? [], ...own, expiresAt }
    },
    confinedSession: async (tokenHash, now) => {
      const row = await signedIn({ tokenHash, now })
      return row && isConfined(row) ? row.account : undefined
    },
    sessionsOf: (account, now) => {
      const { tokenHash, createdAt, idleUntil, expiresAt, address, browser } = sessions
      const { door, strongAt } = sessions
      return db
        .select({ tokenHash, createdAt, idleUntil, address, browser, door, strongAt })
        .from(sessions)
        .where(and(eq(sessions.account, account), gt(idleUntil, now), gt(expiresAt, now)))
        .orderBy(desc(idleUntil), desc(createdAt))
    },
    hasSession: async (account, now, beside = '') => {
      const found = await db
        .select({ account: sessions.account })
        .from(sessions)
        .where(
          and(
            ...[eq(sessions.account, account), gt(sessions.idleUntil, now)],
            ...[gt(sessions.expiresAt, now), ne(sessions.tokenHash, beside)],
          ),
        )
        .limit(1)
      return found.length > 0
    },
    isSessionOfDisabled: async (tokenHash, now) =>
      (await ofDisabled.execute({ tokenHash, now })).length > 0,
  }
}

/** Whether its role asks for more than was shown in it. */
const isConfined = ({ forced, strongAt }: { forced: string | null; strongAt: number | null }) =>
  forced !== null && strongAt === null

/**
 * Steps by which a session begins. Of whom a password was shown it is theirs still: the account comes
 * first, so that another password and a session of the old one wait for each other.
 */
export const openSessionOver = ({ tables, upsert }: QueryContext<AccountTables>) => {
  const { sessions, accounts } = tables
  const { id, seenAt, passwordHash } = accounts
  const put = putInto(upsert, sessions, [sessions.tokenHash])
  const saw = setIn(accounts, { seenAt }, { id })
  const sawAs = setIn(accounts, { seenAt }, { id, passwordHash })
  return (
    account: string,
    { tokenHash, times: { at, idle, expires }, from }: OpenSession,
    passwordHash?: string,
  ): WriteStep<'changed'>[] => {
    const times = { createdAt: at, idleUntil: idle, expiresAt: expires }
    const seen = { id: account, seenAt: at }
    return [
      passwordHash === undefined
        ? saw(seen)
        : sawAs({ ...seen, passwordHash }, { onUnchanged: 'changed' }),
      put({ tokenHash, account, ...times, ...from }),
    ]
  }
}

const writesOver = (base: QueryContext<AccountTables & AuditTables>): Writes => {
  const { db, tables, write } = base
  const { sessions } = tables
  const open = openSessionOver(base)
  const close = removeFrom(sessions, { tokenHash: sessions.tokenHash })
  const tell = tellingInto(tables)
  return {
    openSession: (tokenHash, account, times, from, shown) => {
      const session = { tokenHash, times, ...(from ? { from } : {}) }
      return write([...open(account, session, shown?.passwordHash), ...tell(shown?.told)])
    },
    strengthen: async (tokenHash, account, at) => {
      await db
        .delete(sessions)
        .where(and(eq(sessions.account, account), ne(sessions.tokenHash, tokenHash)))
      await db
        .update(sessions)
        .set({ strongAt: at })
        .where(and(eq(sessions.tokenHash, tokenHash), eq(sessions.account, account)))
    },
    touchSession: async (tokenHash, idle) => {
      await db.update(sessions).set({ idleUntil: idle }).where(eq(sessions.tokenHash, tokenHash))
    },
    closeSession: async (tokenHash) => {
      await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
    },
    closeSessions: async (tokenHashes, told) => {
      await write([...tokenHashes.map((tokenHash) => close({ tokenHash })), ...tell(told)])
    },
    closeSessionsOf: async (account) => {
      await db.delete(sessions).where(eq(sessions.account, account))
    },
  }
}
