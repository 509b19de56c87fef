import { and, eq, gt, lte, or, sql } from 'drizzle-orm'
import type { Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { AccountTables } from '../tables/accounts'

/** Longer than any window, ms. */
const ANY_MS = 1e15

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
  const attempts: Limits['attempts'] = async (key, now, longestMs = ANY_MS) => {
    const [row] = await counted.execute({ key, now })
    return row && row.until <= now + longestMs ? row : { count: 0, until: now }
  }
  return {
    countAttempt: async (key, now, windowMs, longestMs = ANY_MS) => {
      // A window that has ended goes, so that the next starts at one. The others' go with `tidy`.
      const isOver = or(lte(table.until, now), gt(table.until, now + longestMs))
      await db.delete(table).where(and(eq(table.key, key), isOver))
      await write([countUp({ key, count: 1, until: now + windowMs })])
      return attempts(key, now, longestMs)
    },
    attempts,
    clearAttempts: async (key) => {
      await db.delete(table).where(eq(table.key, key))
    },
  }
}
