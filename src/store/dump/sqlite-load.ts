import { Database } from 'bun:sqlite'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../../clock'
import { flushFolder } from '../../disk/write-whole'
import type { Log } from '../../log'
import { type Migration, migrate } from '../migrate'
import { prepareFolder } from '../sqlite/file'
import { type LockedFile, lockFor } from '../sqlite/lock'
import { sqliteMigrator } from '../sqlite/migrator'
import { markOurs, withPath } from '../sqlite/ours'
import { fromCell, type Load, quoted } from './dump'
import { dumpOver } from './sqlite-dump'

export type SqliteLoadOptions = {
  path: string
  /** Those that what is loaded was made by. */
  migrations: readonly Migration[]
  /** Whether a desk that is there already may be replaced. A copy of its database stays beside it. */
  replace: boolean
  clock: Pick<Clock, 'now'>
  log: Log
}

const SIDES = ['-wal', '-shm', '-journal']

/**
 * Fills a file beside the one that is to be, which takes its place when all is in it and on the disk:
 * until then what was there is there, whatever ends this. Throws one sentence when there is a
 * desk and it is not to be replaced, or somebody works with it.
 */
export const openSqliteLoad = async (options: SqliteLoadOptions): Promise<Load> => {
  const { path, migrations, replace, clock, log } = options
  const takeBack = prepareFolder(path, log)
  const old = lockOld(path, replace)
  const draft = `${path}.restoring`
  const file = lockDraft(draft, old)
  const db = new Database(draft)
  let finished = false
  const abandon = async () => {
    if (finished) return
    finished = true
    db.close()
    file.release({ failed: true })
    old?.release()
    takeBack()
  }
  try {
    // Nothing of it counts before it is whole: it is flushed once, at its end.
    for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -65536'])
      db.run(`PRAGMA ${pragma}`)
    await migrate(sqliteMigrator(db, clock.now), migrations)
    markOurs(db)
  } catch (problem) {
    await abandon()
    throw withPath(path, problem)
  }
  return {
    ...fillingOf(db),
    dump: async () => ({
      ...dumpOver(db),
      close: async () => {
        db.run('ROLLBACK')
      },
    }),
    finish: async () => {
      const [fault] = db.query<[string], []>('PRAGMA integrity_check').values()
      if (fault?.[0] !== 'ok') throw new Error(`${path} could not be made whole: ${fault?.[0]}`)
      db.close()
      flush(draft)
      if (old) setAside(old, clock.now(), log)
      renameSync(draft, old?.path ?? path)
      flushFolder(dirname(path))
      finished = true
      file.release()
      old?.release()
    },
    abandon,
  }
}

/** Emptied only once it is this process's: another one may be at it, which is refused. */
const lockDraft = (draft: string, old: LockedFile | undefined): LockedFile => {
  try {
    const file = lockFor(draft)
    for (const side of SIDES) rmSync(`${draft}${side}`, { force: true })
    ftruncateSync(file.handle, 0)
    return file
  } catch (problem) {
    old?.release()
    throw problem
  }
}

/** The database that is there, so that nobody opens it meanwhile; undefined where there is none. */
const lockOld = (path: string, replace: boolean): LockedFile | undefined => {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    rmSync(path, { force: true })
    return undefined
  }
  if (!replace) throw new Error(`There is a desk already: ${path}`)
  return lockFor(path)
}

const fillingOf = (db: Database): Pick<Load, 'begin' | 'insert' | 'set'> => {
  let known: { name: string; put: ReturnType<Database['prepare']> } | undefined
  const prepared = ({ name, columns }: Parameters<Load['begin']>[0]) => {
    const marks = columns.map(() => '?').join(', ')
    return db.prepare(
      `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${marks})`,
    )
  }
  return {
    begin: async (table) => {
      db.run(`DELETE FROM ${quoted(table.name)}`)
      known = { name: table.name, put: prepared(table) }
    },
    insert: async (table, rows) => {
      if (known?.name !== table.name) known = { name: table.name, put: prepared(table) }
      db.run('BEGIN')
      for (const row of rows) known.put.run(...row.map(fromCell))
      db.run('COMMIT')
    },
    set: async (name, value) => {
      db.run('DELETE FROM settings WHERE name = ?', [name])
      if (value !== null) db.run('INSERT INTO settings (name, value) VALUES (?, ?)', [name, value])
    },
  }
}

const flush = (path: string) => {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Keeps a copy of what is replaced. Its log is folded into it first: one that stayed would be taken for
 * the log of what takes its place.
 */
const setAside = ({ path }: LockedFile, now: number, log: Log) => {
  const aside = `${path}.replaced-${now}`
  try {
    const db = new Database(path)
    db.run('PRAGMA journal_mode = DELETE')
    db.close()
  } catch (problem) {
    // It may be restored because it is damaged: then its log is kept beside the copy.
    log.warn('The database that is replaced could not be folded', { problem })
  }
  for (const side of ['', ...SIDES]) {
    if (!existsSync(`${path}${side}`)) continue
    copyFileSync(`${path}${side}`, `${aside}${side}`, constants.COPYFILE_FICLONE)
    flush(`${aside}${side}`)
  }
  flushFolder(dirname(path))
  for (const side of SIDES) rmSync(`${path}${side}`, { force: true })
}
