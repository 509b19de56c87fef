import type { Database } from 'bun:sqlite'
import { BUSY_MS } from './pragmas'

/**
 * Folds the write-ahead log into the file: PASSIVE as far as that disturbs nobody, TRUNCATE wholly,
 * so that the log is empty. Neither waits: somebody else who reads the file only puts it off. Throws
 * when the disk has no room for it; the log then stays as it is, and nothing is lost.
 */
export const checkpoint = (db: Database, how: 'PASSIVE' | 'TRUNCATE'): void => {
  db.run('PRAGMA busy_timeout = 0')
  try {
    db.run(`PRAGMA wal_checkpoint(${how})`)
  } finally {
    db.run(`PRAGMA busy_timeout = ${BUSY_MS}`)
  }
}
