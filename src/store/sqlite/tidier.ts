import type { Database } from 'bun:sqlite'
import { statSync } from 'node:fs'
import type { Clock, Stop } from '../../clock'
import type { Log } from '../../log'
import type { Outage } from '../outage'
import { Unavailable } from '../unavailable'
import { checkpoint } from './checkpoint'
import { type Checkpointer, openCheckpointer } from './checkpointer'
import { sqliteFault } from './faults'

/** How long nothing is written before the log is emptied, ms. */
const IDLE_MS = 1000
/** Commits between two passes. */
const PASS_COMMITS = 16
/** A log of so many bytes is worth a thread. */
const LONG_WAL_BYTES = 4 * 1024 * 1024

/**
 * Folds the write-ahead log into the file while much is written, in a thread of its own, for done
 * where people are answered it makes them wait tens of milliseconds; and empties it when nothing
 * was written for a moment. That it begins anew in between is SQLite's own doing: when it is long
 * (`wal_autocheckpoint`), the next to write folds the little that is left.
 */
export const tidier = (
  db: Database,
  path: string,
  { clock, log, failed }: { clock: Clock; log: Log } & Pick<Outage, 'failed'>,
) => {
  let resting: Stop | undefined
  let thread: Checkpointer | undefined
  let commits = 0
  let written = false

  const empty = () => {
    try {
      checkpoint(db, 'TRUNCATE')
    } catch (problem) {
      const fault = failed(sqliteFault(problem))
      if (!(fault instanceof Unavailable))
        log.warn('The log could not be folded into the file', { problem })
    }
  }
  const look = async () => {
    resting = undefined
    if (!written) await thread?.pass()
    if (written) rest()
    else empty()
  }
  const rest = () => {
    written = false
    resting = clock.after(IDLE_MS, look)
  }
  const isLong = () =>
    (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > LONG_WAL_BYTES
  return {
    wrote() {
      written = true
      if (!resting) rest()
      commits += 1
      if (commits % PASS_COMMITS > 0) return
      if (!thread && isLong()) thread = openCheckpointer(path, log)
      void thread?.pass()
    },
    async stop() {
      resting?.()
      await thread?.close()
      empty()
    },
  }
}
