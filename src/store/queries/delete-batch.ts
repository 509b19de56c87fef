import { and, inArray, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { QueryContext } from '../query-context'

/** Rows that one statement removes: SQLite's only thread and MySQL's locks are soon free again. */
export const DELETE_ROWS = 500

/** Removes some of the rows that a condition holds for. Answers whether there may be more. */
export const deleteBatch = async (
  { db }: Pick<QueryContext, 'db'>,
  table: SQLiteTable,
  key: SQLiteColumn,
  condition: SQL | undefined,
): Promise<boolean> => {
  const rows = await db.select({ key }).from(table).where(condition).limit(DELETE_ROWS)
  const keys = rows.map((row) => row.key)
  // Asked again: one of them may have begun anew meanwhile.
  if (keys.length > 0) await db.delete(table).where(and(inArray(key, keys), condition))
  return keys.length === DELETE_ROWS
}
