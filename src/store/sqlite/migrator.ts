import type { Database } from 'bun:sqlite'
import type { Migrator, Ran } from '../migrate'
import { checksumOf, statementsIn } from '../migrate'

/** Migrations on SQLite: each in one transaction with its record, so that none is ever half done. */
export const sqliteMigrator = (db: Database, now: () => number): Migrator => ({
  ran: async () => recorded(db),
  alone: async (work) => {
    db.run(JOURNAL)
    return work()
  },
  run: async (migration) => {
    db.run('BEGIN IMMEDIATE')
    try {
      if (recorded(db).every(({ name }) => name !== migration.name)) {
        const statements = statementsIn(migration)
        for (const statement of statements) db.run(statement)
        db.run('INSERT INTO migrations (name, checksum, done, at) VALUES (?, ?, ?, ?)', [
          migration.name,
          checksumOf(migration),
          statements.length,
          now(),
        ])
      }
      db.run('COMMIT')
    } catch (error) {
      if (db.inTransaction) db.run('ROLLBACK')
      throw error
    }
  },
})

/** What the table of migrations holds, in order: by them it is told from another program's. */
export const JOURNAL_COLUMNS: readonly string[] = ['name', 'checksum', 'done', 'at']

const JOURNAL = `CREATE TABLE IF NOT EXISTS migrations (
  name TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL, done INTEGER NOT NULL, at INTEGER NOT NULL
)`

const recorded = (db: Database): Ran[] => {
  const journal = db.query("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").get()
  if (!journal) return []
  return db.query<Ran, []>('SELECT name, checksum, done FROM migrations ORDER BY name').all()
}
