import type { PoolConnection } from 'mysql2'
import { answers } from './ask'
import type { ConnectionPool } from './pool'

/** A connection that has answered within this is taken to be alive, ms. */
const PROVEN_MS = 1_000
/** How long one that was idle for longer may take to show that it is, ms. */
const PROOF_MS = 1_000

/** Which connections of a pool are known to carry answers. */
export type Liveness = {
  answered(connection: PoolConnection): void
  /** Asks where it is not known; one that is dead is condemned. */
  isAlive(connection: PoolConnection): Promise<boolean>
  /**
   * Discards one, and with it those that lie idle and have not answered since `sinceMs`: what has
   * befallen one has befallen its age-mates, and nobody is to find that out with each of them.
   */
  condemn(connection: PoolConnection, sinceMs: number): void
}

export const openLiveness = (pool: ConnectionPool): Liveness => {
  const lastAnswersMs = new WeakMap<PoolConnection, number>()
  const lastAnswerMs = (connection: PoolConnection) => lastAnswersMs.get(connection) ?? 0
  const condemn = (connection: PoolConnection, sinceMs: number) => {
    const mates = [...pool.idle].filter((one) => lastAnswerMs(one) < sinceMs)
    for (const one of [connection, ...mates]) pool.discard(one)
  }
  return {
    answered: (connection) => void lastAnswersMs.set(connection, performance.now()),
    isAlive: async (connection) => {
      const askedMs = performance.now()
      if (askedMs - lastAnswerMs(connection) < PROVEN_MS) return true
      if (await answers(connection, PROOF_MS)) return true
      condemn(connection, askedMs)
      return false
    },
    condemn,
  }
}
