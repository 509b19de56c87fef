import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Clock } from '../clock'
import type { Statements, WriteStep } from './statements'
import type { Tables } from './tables'

/**
 * Either database, in the words of one. Queries over it are awaited, and use neither
 * `returning()` nor what only one of them knows.
 */
export type Db = BaseSQLiteDatabase<'async', unknown, Record<string, never>>

/** What the queries of every noun stand on. */
export type QueryContext = {
  db: Db
  tables: Tables
  statements: Statements
  clock: Clock
  /**
   * Runs the steps in one transaction and in order, or none of them. A step that stops it names
   * the outcome; every other fault rejects.
   */
  write<O extends string>(steps: readonly WriteStep<O>[]): Promise<'done' | O>
}
