import type { Database } from 'bun:sqlite'
import { BUSY_MS } from './pragmas'

/** How long nothing is written before the log is folded into the file, ms. */
const IDLE = 1000

/**
 * Empties the write-ahead log when nothing was written for a moment, so that it is small at
 * rest and no write pays for it. Somebody else reading the file only puts it off.
 */
export const tidier = (db: Database) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let written = false

  const look = () => {
    timer = undefined
    if (written) rest()
    else checkpoint(db)
  }
  const rest = () => {
    written = false
    timer = setTimeout(look, IDLE)
    timer.unref()
  }
  return {
    wrote: () => {
      written = true
      if (!timer) rest()
    },
    stop: () => {
      clearTimeout(timer)
      checkpoint(db)
    },
  }
}

const checkpoint = (db: Database) => {
  db.run('PRAGMA busy_timeout = 0')
  db.run('PRAGMA wal_checkpoint(TRUNCATE)')
  db.run(`PRAGMA busy_timeout = ${BUSY_MS}`)
}
