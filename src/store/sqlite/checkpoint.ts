import type { Database } from 'bun:sqlite'
import { BUSY_MS } from './pragmas'

/**
 * Folds the write-ahead log into the file: PASSIVE as far as that disturbs nobody, TRUNCATE wholly,
 * so that the log is empty. Neither waits: somebody else who reads the file only puts it off.
 */
export const checkpoint = (db: Database, how: 'PASSIVE' | 'TRUNCATE'): void => {
  db.run('PRAGMA busy_timeout = 0')
  db.run(`PRAGMA wal_checkpoint(${how})`)
  db.run(`PRAGMA busy_timeout = ${BUSY_MS}`)
}
