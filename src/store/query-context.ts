import type { SQL, Table } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Clock } from '../clock'
import type { Upsert, WriteStep } from './statements'
import type { SearchTables } from './tables/search'
import type { WordIndex } from './word-index'

/**
 * Either database, in the words of one. Queries over it are awaited, and use neither
 * `returning()` nor what only one of them knows.
 */
export type Db = BaseSQLiteDatabase<'async', unknown, Record<string, never>>

/** What the queries of every noun stand on, with the tables that these are about. */
export type QueryContext<Tables = unknown> = {
  db: Db
  tables: Tables
  upsert: Upsert
  wordIndexOver: WordIndexOver
  through: Through
  clock: Clock
  /**
   * Runs the steps in one transaction and in order, or none of them. A step that stops it names
   * the outcome; every other fault rejects.
   */
  write<O extends string>(steps: readonly WriteStep<O>[]): Promise<'done' | O>
}

/** A table as `from` names it, read through this index of it and no other. */
export type Through = (table: Table, index: string) => SQL

export type WordIndexOver = (base: QueryContext<SearchTables>) => WordIndex
