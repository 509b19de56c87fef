import mysqlDesk from '../../../migrations/mysql/0001_desk.sql' with { type: 'text' }
import sqliteDesk from '../../../migrations/sqlite/0001_desk.sql' with { type: 'text' }
import type { Migration } from './migrate'

/** In the order they run. Part of the program, so that one file is enough to install. */
export const sqliteMigrations: readonly Migration[] = [{ name: '0001_desk', sql: sqliteDesk }]
export const mysqlMigrations: readonly Migration[] = [{ name: '0001_desk', sql: mysqlDesk }]
