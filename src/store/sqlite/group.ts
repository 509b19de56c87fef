import type { Database } from 'bun:sqlite'
import type { QueryContext } from '../query-context'
import type { WriteJob, WriteStep } from '../statements'
import { Unavailable } from '../unavailable'
import { sqliteFault } from './faults'
import { type StepsOutcome, transactionOver } from './transaction'

export type Group = {
  write: QueryContext['write']
  /** Commits what waits, and refuses what comes. */
  close(): void
}

/** After a group of more than so many the next waits a moment, for as many again are coming. */
const CROWD_WRITES = 8
/** That moment, ms. */
const GATHER_MS = 1

/**
 * Group commit: writes that arrive before the event loop comes round share one transaction and
 * so one flush of the disk. They settle after its COMMIT: `done` means durable. When that fails,
 * all of them reject with `Unavailable`.
 *
 * Whoever is alone never waits. In a crowd everybody is served sooner when nobody goes first: what
 * a commit costs is mostly the same for one as for thirty.
 */
export const groupOver = (db: Database, committed: () => void): Group => {
  const transaction = transactionOver(db)
  let waiting: WriteJob[] = []
  let closed = false
  let size = 0

  const flush = () => {
    const jobs = waiting
    waiting = []
    if (jobs.length === 0) return
    size = jobs.length
    try {
      const ended = transaction(jobs.map(({ steps }) => steps))
      jobs.forEach((job, n) => {
        resolveJob(job, ended[n])
      })
      committed()
    } catch (error) {
      for (const { reject } of jobs) reject(undone(error))
    }
  }

  const join = (steps: readonly WriteStep<string>[]) =>
    new Promise<string>((resolve, reject) => {
      if (closed) return reject(new Unavailable('The store is closed'))
      if (waiting.length === 0) {
        if (size > CROWD_WRITES) setTimeout(flush, GATHER_MS)
        else setImmediate(flush)
      }
      waiting.push({ steps, resolve, reject })
    })

  return {
    write: join as QueryContext['write'],
    close: () => {
      closed = true
      flush()
    },
  }
}

const resolveJob = (job: WriteJob, ended: StepsOutcome | undefined) => {
  if (ended && 'outcome' in ended) job.resolve(ended.outcome)
  else job.reject(ended?.error)
}

const undone = (error: unknown): unknown => {
  const fault = sqliteFault(error)
  return fault instanceof Unavailable
    ? fault
    : new Unavailable('The transaction was undone', { cause: error })
}
