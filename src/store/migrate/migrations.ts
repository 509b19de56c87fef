import mysqlDesk from '../../../migrations/mysql/0001_desk.sql' with { type: 'text' }
import mysqlTokens from '../../../migrations/mysql/0002_visitor_tokens_at.sql' with { type: 'text' }
import mysqlSettings from '../../../migrations/mysql/0003_settings.sql' with { type: 'text' }
import sqliteDesk from '../../../migrations/sqlite/0001_desk.sql' with { type: 'text' }
import sqliteTokens from '../../../migrations/sqlite/0002_visitor_tokens_at.sql' with {
  type: 'text',
}
import sqliteSettings from '../../../migrations/sqlite/0003_settings.sql' with { type: 'text' }
import type { Migration } from '../migrate'

/**
 * In the order they run, part of the program. A new one is made after a change of `tables.ts` by
 * `drizzle-kit generate --dialect sqlite --schema src/store/sqlite/drizzle-kit.ts --out migrations/sqlite`,
 * likewise for mysql, and added here. One that was released is never edited.
 */
export const sqliteMigrations: readonly Migration[] = [
  { name: '0001_desk', sql: sqliteDesk },
  { name: '0002_visitor_tokens_at', sql: sqliteTokens },
  { name: '0003_settings', sql: sqliteSettings },
]
export const mysqlMigrations: readonly Migration[] = [
  { name: '0001_desk', sql: mysqlDesk },
  { name: '0002_visitor_tokens_at', sql: mysqlTokens },
  { name: '0003_settings', sql: mysqlSettings },
]
