import { and, eq, gt, lte } from 'drizzle-orm'
import type { Accounts } from '../ports/accounts'
import type { QueryContext } from '../query-context'

type Limits = Pick<Accounts, 'countAttempt' | 'attempts' | 'clearAttempts'>

export const attemptsOver = ({ db, tables, statements, write }: QueryContext): Limits => {
  const table = tables.attempts
  const attempts: Limits['attempts'] = async (key, now) => {
    const [row] = await db
      .select({ count: table.count, until: table.until })
      .from(table)
      .where(and(eq(table.key, key), gt(table.until, now)))
    return row ?? { count: 0, until: now }
  }
  return {
    countAttempt: async (key, now, windowMs) => {
      // Windows that have ended go, this key's among them, so that it starts again at one.
      await db.delete(table).where(lte(table.until, now))
      await write([statements.countAttempt({ key, count: 1, until: now + windowMs })])
      return attempts(key, now)
    },
    attempts,
    clearAttempts: async (key) => {
      await db.delete(table).where(eq(table.key, key))
    },
  }
}
