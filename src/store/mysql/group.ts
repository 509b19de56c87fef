import type { QueryContext } from '../query-context'
import type { WriteJob, WriteStep } from '../statements'
import { Unavailable } from '../unavailable'
import type { RetryCollisions } from './collisions'
import { isFatal } from './faults'
import type { Transaction } from './transaction'

/** Transactions of this node under way at once; what comes meanwhile shares the next. */
const CONCURRENT_GROUPS = 4
/** Writes in one transaction, so that the text of it stays small. */
const GROUP_WRITES = 32

/**
 * Group commit: who finds every lane taken waits for the next to come free, and goes together
 * with all others who wait, in one round trip and one flush of the server's disk. Whoever is alone
 * never waits. One write that stops or collides undoes its whole group; each then goes apart.
 */
export const groupOver = (
  transaction: Transaction,
  again: RetryCollisions,
): QueryContext['write'] => {
  let waiting: WriteJob[] = []
  let busy = 0

  const alone = ({ steps, resolve, reject }: WriteJob) =>
    again(() => transaction(steps)).then(resolve, reject)

  const together = async (jobs: readonly WriteJob[]) => {
    try {
      const outcome = await transaction(jobs.flatMap(({ steps }) => steps))
      if (outcome === 'done') for (const { resolve } of jobs) resolve('done')
      else await Promise.all(jobs.map(alone))
    } catch (error) {
      // Whether it was written is not known, or the server is away: nobody is told otherwise.
      if (isFatal(error) || error instanceof Unavailable)
        for (const { reject } of jobs) reject(error)
      else await Promise.all(jobs.map(alone))
    }
  }

  const takeLane = async () => {
    busy++
    while (waiting.length > 0) {
      const jobs = waiting.slice(0, GROUP_WRITES)
      waiting = waiting.slice(GROUP_WRITES)
      const [only] = jobs
      if (only && jobs.length === 1) await alone(only)
      else await together(jobs.toSorted(byKey))
    }
    busy--
  }

  const join = (steps: readonly WriteStep<string>[]) =>
    new Promise<string>((resolve, reject) => {
      const job = { steps, resolve, reject }
      // One that must look at an answer before it goes on has its round trips for itself.
      if (steps.some(({ onUnchanged: none }) => none)) return void alone(job)
      waiting.push(job)
      if (busy < CONCURRENT_GROUPS) void takeLane()
    })
  return join as QueryContext['write']
}

/**
 * Each write a transaction of its own, as soon as a connection is free: where several servers write,
 * one that another server undoes must not take others with it, nor keep their rows for longer.
 */
export const apart = (transaction: Transaction, again: RetryCollisions): QueryContext['write'] => {
  const write = (steps: readonly WriteStep<string>[]) => again(() => transaction(steps))
  return write as QueryContext['write']
}

/** Every node takes its locks in the same order, so that groups do not wait for each other. */
const byKey = (one: WriteJob, other: WriteJob): number => {
  const [a, b] = [one, other].map(({ steps }) => String(steps[0]?.values[0]))
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}
