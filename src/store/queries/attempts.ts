import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { AccountTables } from '../tables/accounts'

type Limits = Pick<Accounts, 'countAttempt' | 'attempts' | 'clearAttempts'>

export const attemptsOver = ({
  db,
  tables,
  upsert,
  write,
}: QueryContext<AccountTables>): Limits => {
  const table = tables.attempts
  const countUp = putInto(upsert, table, [table.key], ['`count` = `count` + 1'])
  const counted = db
    .select({ count: table.count, until: table.until })
    .from(table)
    .where(and(eq(table.key, sql.placeholder('key')), gt(table.until, sql.placeholder('now'))))
    .prepare()
  const attempts: Limits['attempts'] = async (key, now) => {
    const [row] = await counted.execute({ key, now })
    return row ?? { count: 0, until: now }
  }
  return {
    countAttempt: async (key, now, windowMs) => {
      // A window that has ended goes, so that the next starts at one. The others' go with `tidy`.
      await db.delete(table).where(and(eq(table.key, key), lte(table.until, now)))
      await write([countUp({ key, count: 1, until: now + windowMs })])
      return attempts(key, now)
    },
    attempts,
    clearAttempts: async (key) => {
      await db.delete(table).where(eq(table.key, key))
    },
  }
}
