import { Database } from 'bun:sqlite'
import { existsSync, statSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/bun-sqlite'
import type { Clock } from '../clock'
import { asSeen, diskFault } from '../disk/explain'
import type { Log } from '../log'
import { sqliteColumns } from './columns/sqlite'
import { openDoor, portsOver } from './guard'
import { migrate, pending } from './migrate'
import { sqliteMigrations } from './migrate/migrations'
import { type Tables, tablesOver } from './nouns'
import { type Outage, openOutage } from './outage'
import type { Db, QueryContext } from './query-context'
import { compact } from './sqlite/compact'
import { copyBefore } from './sqlite/copy-before'
import { sqliteFault } from './sqlite/faults'
import { closeToOthers, prepareFolder } from './sqlite/file'
import { groupOver } from './sqlite/group'
import { type LockedFile, lockFor } from './sqlite/lock'
import { sqliteMigrator } from './sqlite/migrator'
import { markOurs, proveOurs, withPath } from './sqlite/ours'
import { applyPragmas, BUSY_MS } from './sqlite/pragmas'
import { through } from './sqlite/through'
import { tidier } from './sqlite/tidier'
import { wordIndexOver } from './sqlite/word-index'
import type { Upsert } from './statements'
import type { Store } from './store'
import { checkedWrite, openWriteCheck, probeOver } from './write-check'

export type SqliteOptions = {
  path: string
  clock: Clock
  log: Log
  readOnly?: boolean
  /** Whether a copy is kept of one that is about to be migrated; one is unless it is said. */
  copies?: boolean
}

/**
 * The store in one file, for one process. Makes the file and brings it up to date; when it cannot,
 * nothing is left of what was made. Throws when another process works with it, it is another
 * program's or it was made by a newer version, and what the file system says.
 */
export const openSqlite = (options: SqliteOptions): Promise<Store> =>
  options.readOnly ? openToRead(options) : openToWrite(options)

/** Throws why the file at a path, if there is one, is none to be opened. Changes nothing. */
export const proveSqlite = (path: string): void => {
  if (existsSync(path)) proveOurs(path)
}

/** Names of the migrations that opening it would run. */
export const pendingSqlite = async (path: string): Promise<string[]> => {
  if (!existsSync(path)) return sqliteMigrations.map(({ name }) => name)
  proveOurs(path)
  const db = openedToRead(path)
  try {
    const ran = await sqliteMigrator(db, () => 0).ran()
    return pending(ran, sqliteMigrations).map(({ name }) => name)
  } catch (problem) {
    throw withPath(path, problem)
  } finally {
    db.close()
  }
}

const openToWrite = async ({ path, ...options }: SqliteOptions): Promise<Store> => {
  const takeBack = prepareFolder(path, options.log)
  try {
    const file = lockFor(path)
    try {
      return await openLocked(file, options)
    } catch (problem) {
      const seen = asSeen(withPath(path, problem), path)
      file.release({ failed: true })
      throw seen
    }
  } catch (problem) {
    takeBack()
    throw problem
  }
}

const openLocked = async (
  { path, handle, sign, release }: LockedFile,
  { clock, log, copies = true }: Pick<SqliteOptions, 'clock' | 'log' | 'copies'>,
): Promise<Store> => {
  proveOurs(path, handle)
  sign()
  closeToOthers(handle)
  const db = new Database(path)
  try {
    const migrator = sqliteMigrator(db, clock.now)
    // One that is not for this version stays as it is.
    const before = await migrator.ran()
    const [next] = pending(before, sqliteMigrations)
    applyPragmas(db)
    markOurs(db)
    if (next && before.length > 0 && copies)
      log.info('Copied before it is migrated', { copy: copyBefore(db, path, next.name) })
    const ran = await migrate(migrator, sqliteMigrations)
    if (ran.length > 0) log.info('Migrated', { dialect: 'sqlite', migrations: ran })
  } catch (problem) {
    db.close()
    throw problem
  }
  const outage = openOutage({ clock, log }, ({ message, cause }) => ({
    problem: diskFault(cause, path) ?? message,
  }))
  const tidy = tidier(db, path, { clock, log, failed: outage.failed })
  const group = groupOver(db, () => {
    tidy.wrote()
    outage.wrote()
  })
  return storeOver(db, path, { clock, write: group.write, failed: outage.failed }, async () => {
    try {
      outage.end()
      group.close()
      await tidy.stop()
    } finally {
      db.close()
      release()
    }
  })
}

const openToRead = async ({ path, clock }: SqliteOptions): Promise<Store> => {
  const missing = await pendingSqlite(path)
  if (missing.length > 0) throw new Error(`${path} is not up to date: run the migrations first.`)
  const db = openedToRead(path)
  db.run(`PRAGMA busy_timeout = ${BUSY_MS}`)
  db.run('PRAGMA trusted_schema = OFF')
  const write: QueryContext['write'] = async () => {
    throw new Error('This store was opened to read')
  }
  return storeOver(db, path, { clock, write, failed: (fault) => fault }, async () => db.close())
}

const openedToRead = (path: string): Database => {
  try {
    return new Database(path, { readonly: true })
  } catch (problem) {
    throw withPath(path, problem)
  }
}

const upsert: Upsert = {
  tail: (keys, sets) =>
    `on conflict (${keys.join(', ')}) do ${sets.length > 0 ? `update set ${sets.join(', ')}` : 'nothing'}`,
  incoming: (column) => `excluded.${column}`,
}

const storeOver = (
  db: Database,
  path: string,
  { clock, write, failed }: Pick<QueryContext, 'clock' | 'write'> & Pick<Outage, 'failed'>,
  end: () => Promise<void>,
): Store => {
  const unchecked: QueryContext<Tables> = {
    db: drizzle(db) as unknown as Db,
    tables: tablesOver(sqliteColumns),
    upsert,
    wordIndexOver,
    through,
    clock,
    write,
  }
  const check = openWriteCheck(clock, probeOver(unchecked))
  const base = { ...unchecked, write: checkedWrite(write, check) }
  const { prove, close } = openDoor(end)
  return {
    shared: false,
    ...portsOver(base, { assertOpen: prove, translate: (error) => failed(sqliteFault(error)) }),
    ping: async () => {
      prove()
      db.query('SELECT count(*) FROM nodes').get()
    },
    proveWritable: async () => {
      prove()
      await check.prove()
    },
    health: async () => ({
      dialect: 'sqlite',
      version: String(db.query<[string], []>('SELECT sqlite_version()').values()[0]?.[0]),
      schema: sqliteMigrations.at(-1)?.name ?? '',
      bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
      walBytes: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
      now: clock.now(),
    }),
    compact: async () => {
      prove()
      try {
        compact(db)
      } catch (problem) {
        throw failed(sqliteFault(problem))
      }
    },
    close,
  }
}
