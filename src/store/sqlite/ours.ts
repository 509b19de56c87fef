import { type Database, SQLiteError } from 'bun:sqlite'
import { statSync } from 'node:fs'
import { proveRegular, proveRegularStats } from '../../disk/regular'
import { checksumOf } from '../migrate'
import { sqliteMigrations } from '../migrate/migrations'
import { readHeader } from './header'
import { isHeld } from './lock'
import { JOURNAL_COLUMNS } from './migrator'
import { proveOneNameAt } from './one-name'
import { firstBytes, logBytes, openToLook, peekAt } from './peek'

/** "Bell" in the header of a file: what tells a database of this program from any other. */
export const APPLICATION_ID = 0x42656c6c

/**
 * Proves, without writing anything, that a database file is ours or still empty. Throws a sentence
 * with its path when it is no regular file, another program's, no database at all, or damaged.
 * `handle` is open on it and locked; without one the file is opened for a look, if it has one name.
 */
export const proveOurs = (path: string, handle?: number): void => {
  const stats = statSync(path)
  if (handle === undefined) {
    proveRegularStats(path, stats)
    proveOneNameAt(path)
    // It was proved when this process locked it, and to open and close it beside the lock is not safe.
    if (isHeld(path)) return
  }
  // What SQLite keeps beside it is opened and written with it.
  for (const side of ['-wal', '-shm', '-journal']) proveRegular(`${path}${side}`)
  const { size } = stats
  if (size === 0) return
  const header = readHeader(handle === undefined ? peekAt(path) : firstBytes(handle), size)
  if (header === undefined) throw new Error(`${path} is no database. ${LEFT}`)
  if (header.isCut && logBytes(path) === 0)
    throw new Error(`${path} is cut short. It is left as it is: restore the newest backup`)
  if (header.applicationId === APPLICATION_ID) return
  if (header.applicationId !== 0)
    throw foreign(path, `its application id is ${header.applicationId}`)
  proveInside(path, header.isWal)
}

const LEFT = 'It is left as it is: DATABASE_URL or DATA_DIR must name another'

const foreign = (path: string, sign: string) =>
  new Error(`${path} is the database of another program (${sign}). ${LEFT}`)

/** One without an id may be ours by what it holds: the newest of it may be in the log alone. */
const proveInside = (path: string, isWal: boolean) => {
  const db = openToLook(path, isWal)
  try {
    const [id] = db.query<[number], []>('PRAGMA application_id').values()
    if (id?.[0] === APPLICATION_ID || hasOurJournal(db)) return
    const [version] = db.query<[number], []>('PRAGMA user_version').values()
    const [first] = db
      .query<[string, string], []>('SELECT type, name FROM sqlite_master LIMIT 1')
      .values()
    if (first) throw foreign(path, `it has a ${first[0]} ${first[1]}`)
    if (version?.[0] !== 0) throw foreign(path, `its user_version is ${version?.[0]}`)
  } catch (problem) {
    throw withPath(path, problem)
  } finally {
    db.close()
  }
}

const hasOurJournal = (db: Database): boolean => {
  const isTable = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'"
  if (db.query(isTable).get() === null) return false
  const columns = db.query<[string], []>("SELECT name FROM pragma_table_info('migrations')")
  const names = columns.values().map(([name]) => name)
  if (names.join() !== JOURNAL_COLUMNS.join()) return false
  const [first] = sqliteMigrations
  if (!first) return false
  const isOurs = db.query('SELECT 1 FROM migrations WHERE name = ? AND checksum = ?')
  return isOurs.get(first.name, checksumOf(first)) !== null
}

/** Marks a file that was proved, so that its first bytes tell whose it is. */
export const markOurs = (db: Database): void => {
  const [id] = db.query<[number], []>('PRAGMA application_id').values()
  if (id?.[0] !== APPLICATION_ID) db.run(`PRAGMA application_id = ${APPLICATION_ID}`)
}

/** What SQLite says of a file, which it never names, as a sentence with its path. */
export const withPath = (path: string, problem: unknown): unknown => {
  if (!(problem instanceof SQLiteError)) return problem
  const { message, code = '' } = problem
  const says = /^SQLITE_(CORRUPT|NOTADB)/.test(code)
    ? `${path} is damaged (${message}): restore the newest backup`
    : `${path} cannot be opened: ${message} (${code})`
  return new Error(says, { cause: problem })
}
