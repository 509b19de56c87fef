import { and, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import { batchLoader } from '../batch-loader'
import type { QueryContext } from '../query-context'
import type { AccountTables } from '../tables/accounts'
import type { FactorTables } from '../tables/factors'
import type { RoleTables } from '../tables/roles'
import type { SummaryTables } from '../tables/summaries'

/** Sessions that are looked at in one query. */
const BATCH_SESSIONS = 500

type Asked = { tokenHash: string; now: number }

/** Sessions that stand, with their accounts and what a role of the desk's own allows. Live pages ask for all at once, every few seconds. */
export const signedInOver = ({
  db,
  tables: { sessions, accounts, agents, roles, forcedRoles },
}: QueryContext<AccountTables & RoleTables & FactorTables & SummaryTables>) => {
  const { emailKey: _emailKey, seenAt: _seenAt, ...account } = getTableColumns(accounts)
  const valid = () =>
    db
      .select({
        account,
        departments: agents.departments,
        grants: roles.permissions,
        expiresAt: sessions.expiresAt,
        idleUntil: sessions.idleUntil,
        tokenHash: sessions.tokenHash,
        strongAt: sessions.strongAt,
        forced: forcedRoles.role,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.account))
      .leftJoin(agents, eq(agents.id, sessions.account))
      // A built-in role has no row.
      .leftJoin(roles, eq(roles.id, accounts.role))
      .leftJoin(forcedRoles, eq(forcedRoles.role, accounts.role))
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
