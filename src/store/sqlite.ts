import { Database } from 'bun:sqlite'
import { statSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/bun-sqlite'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Db } from './base'
import { sqliteColumns } from './columns'
import { migrate } from './migrate'
import { sqliteMigrations } from './migrations'
import { portsOver } from './ports'
import { tablesOver } from './schema'
import { sqliteFault } from './sqlite/faults'
import { prepareFile, prepareFolder } from './sqlite/file'
import { groupOver } from './sqlite/group'
import { lockFor } from './sqlite/lock'
import { sqliteMigrator } from './sqlite/migrator'
import { applyPragmas } from './sqlite/pragmas'
import { tidier } from './sqlite/tidier'
import { statementsOver, type Upsert } from './statements'
import { type Store, Unavailable } from './store'

export type SqliteOptions = { path: string; clock: Clock; log: Log }

/**
 * The store in one file, for one process. Makes the file and brings it up to date.
 * Throws when another process works with it, or it was made by a newer version.
 */
export const openSqlite = async ({ path, clock, log }: SqliteOptions): Promise<Store> => {
  prepareFolder(path, log)
  const lock = lockFor(path)
  try {
    prepareFile(path)
    const db = new Database(path)
    applyPragmas(db)
    const ran = await migrate(sqliteMigrator(db, clock.now), sqliteMigrations)
    if (ran.length > 0) log.info('Migrated', { dialect: 'sqlite', migrations: ran })
    return storeOver(db, path, clock, lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

const upsert: Upsert = {
  tail: (keys, sets) =>
    `on conflict (${keys.join(', ')}) do ${sets.length > 0 ? `update set ${sets.join(', ')}` : 'nothing'}`,
  fresh: (column) => `excluded.${column}`,
}

const storeOver = (db: Database, path: string, clock: Clock, release: () => void): Store => {
  const tables = tablesOver(sqliteColumns)
  const tidy = tidier(db)
  const group = groupOver(db, tidy.wrote)
  const base = {
    db: drizzle(db) as unknown as Db,
    tables,
    statements: statementsOver(tables, upsert),
    clock,
    write: group.write,
  }
  let open = true
  return {
    dialect: 'sqlite',
    ...portsOver(base, (error) =>
      open ? sqliteFault(error) : new Unavailable('The store is closed', { cause: error }),
    ),
    ping: async () => {
      if (!open) throw new Unavailable('The store is closed')
      db.query('SELECT count(*) FROM nodes').get()
    },
    health: async () => ({
      dialect: 'sqlite',
      version: String(db.query<[string], []>('SELECT sqlite_version()').values()[0]?.[0]),
      walBytes: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
      now: clock.now(),
    }),
    close: async () => {
      if (!open) return
      open = false
      group.close()
      tidy.stop()
      db.close()
      release()
    },
  }
}
