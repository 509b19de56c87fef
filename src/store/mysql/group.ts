import type { Base } from '../base'
import type { Step } from '../statements'
import { Unavailable } from '../store'
import type { Again } from './collisions'
import { isFatal } from './faults'
import type { Transaction } from './transaction'

type Job = {
  steps: readonly Step<string>[]
  resolve(outcome: string): void
  reject(error: unknown): void
}

/** Transactions of this node under way at once; what comes meanwhile shares the next. */
const LANES = 4
/** Writes in one transaction, so that the text of it stays small. */
const MOST = 32

/**
 * Group commit: who finds every lane taken waits for the next to come free, and goes together
 * with all others who wait, in one round trip and one flush of the server's disk. Whoever is alone
 * never waits. One write that stops or collides undoes its whole group; each then goes apart.
 */
export const groupOver = (transaction: Transaction, again: Again): Base['write'] => {
  let waiting: Job[] = []
  let busy = 0

  const apart = ({ steps, resolve, reject }: Job) =>
    again(() => transaction(steps)).then(resolve, reject)

  const together = async (jobs: readonly Job[]) => {
    try {
      const outcome = await transaction(jobs.flatMap(({ steps }) => steps))
      if (outcome === 'done') for (const { resolve } of jobs) resolve('done')
      else await Promise.all(jobs.map(apart))
    } catch (error) {
      // Whether it was written is not known, or the server is away: nobody is told otherwise.
      if (isFatal(error) || error instanceof Unavailable)
        for (const { reject } of jobs) reject(error)
      else await Promise.all(jobs.map(apart))
    }
  }

  const takeLane = async () => {
    busy++
    while (waiting.length > 0) {
      const jobs = waiting.slice(0, MOST)
      waiting = waiting.slice(MOST)
      const [alone] = jobs
      if (alone && jobs.length === 1) await apart(alone)
      else await together(jobs.toSorted(byKey))
    }
    busy--
  }

  const join = (steps: readonly Step<string>[]) =>
    new Promise<string>((resolve, reject) => {
      const job = { steps, resolve, reject }
      // One that must look at an answer before it goes on has its round trips for itself.
      if (steps.some(({ none }) => none)) return void apart(job)
      waiting.push(job)
      if (busy < LANES) void takeLane()
    })
  return join as Base['write']
}

/** Every node takes its locks in the same order, so that groups do not wait for each other. */
const byKey = (one: Job, other: Job): number => {
  const [a, b] = [one, other].map(({ steps }) => String(steps[0]?.values[0]))
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}
