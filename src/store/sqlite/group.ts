import type { Database } from 'bun:sqlite'
import type { Base } from '../base'
import type { Step } from '../statements'
import { Unavailable } from '../store'
import { sqliteFault } from './faults'
import { transactionOver } from './transaction'

type Job = {
  steps: readonly Step<string>[]
  resolve(outcome: string): void
  reject(error: unknown): void
}

export type Group = {
  write: Base['write']
  /** Commits what waits, and refuses what comes. */
  close(): void
}

/**
 * Group commit: writes that arrive before the event loop comes round share one transaction and
 * so one flush of the disk. They settle after its COMMIT: `done` means durable. When that fails,
 * all of them reject with `Unavailable`.
 */
export const groupOver = (db: Database, committed: () => void): Group => {
  const transaction = transactionOver(db)
  let waiting: Job[] = []
  let closed = false

  const flush = () => {
    const jobs = waiting
    waiting = []
    if (jobs.length === 0) return
    try {
      const ended = transaction(jobs.map(({ steps }) => steps))
      jobs.forEach((job, n) => {
        settle(job, ended[n])
      })
      committed()
    } catch (error) {
      for (const { reject } of jobs) reject(undone(error))
    }
  }

  const join = (steps: readonly Step<string>[]) =>
    new Promise<string>((resolve, reject) => {
      if (closed) return reject(new Unavailable('The store is closed'))
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({ steps, resolve, reject })
    })

  return {
    write: join as Base['write'],
    close: () => {
      closed = true
      flush()
    },
  }
}

const settle = (
  job: Job,
  ended: ReturnType<ReturnType<typeof transactionOver>>[number] | undefined,
) => {
  if (ended && 'outcome' in ended) job.resolve(ended.outcome)
  else job.reject(ended?.error)
}

const undone = (error: unknown): unknown => {
  const fault = sqliteFault(error)
  return fault instanceof Unavailable
    ? fault
    : new Unavailable('The transaction was undone', { cause: error })
}
