import { SQLiteError } from 'bun:sqlite'
import { Unavailable } from '../unavailable'

/** Faults of the file, its disk or its locks, after which the same call may go through. */
const transient = ['BUSY', 'LOCKED', 'IOERR', 'READONLY', 'CANTOPEN', 'NOMEM', 'PROTOCOL']

/** What SQLite's error means: `Unavailable` when the same call may go through later. */
export const sqliteFault = (error: unknown): unknown => {
  if (!(error instanceof SQLiteError)) return error
  const code = error.code ?? ''
  if (code === 'SQLITE_FULL')
    return new Unavailable('The disk is full', { cause: error, full: true })
  if (transient.some((word) => code.startsWith(`SQLITE_${word}`))) {
    return new Unavailable(`SQLite cannot work now: ${code}`, { cause: error })
  }
  return error
}

/** Columns of the unique key that has such a row already, `entries.client_id` among them. */
export const duplicateKey = (error: unknown): string | undefined => {
  if (!(error instanceof SQLiteError)) return undefined
  const unique =
    error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  return unique ? error.message : undefined
}
