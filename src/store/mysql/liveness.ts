import type { PoolConnection } from 'mysql2'
import { answers, lastAnswerMs } from './ask'
import type { ConnectionPool } from './pool'

/** A connection that has answered within this is taken to be alive, ms. */
const PROVEN_MS = 1_000
/** How long one that was idle for longer may take to show that it is, ms. */
const PROOF_MS = 1_000

/**
 * Which connections of a pool are known to carry answers. What has befallen one has befallen its
 * age-mates: nobody is to find that out with each of them.
 */
export type Liveness = {
  /** Asks where it is not known. One that is silent is discarded, with all that are as silent. */
  isAlive(connection: PoolConnection): Promise<boolean>
  lent(connection: PoolConnection): void
  returned(connection: PoolConnection): void
  /** One has failed at its work: those that lie idle and have said nothing since go with it. */
  failed(connection: PoolConnection): void
}

export const openLiveness = (pool: ConnectionPool): Liveness => {
  /** Since when connections are lent, ms. */
  const lentMs = new Map<PoolConnection, number>()
  const silentSince = (ms: number) => (one: PoolConnection) => lastAnswerMs(one) < ms
  const discard = (connections: Iterable<PoolConnection>) => {
    for (const one of connections) pool.discard(one)
  }
  return {
    isAlive: async (connection) => {
      const askedMs = performance.now()
      if (askedMs - lastAnswerMs(connection) < PROVEN_MS) return true
      if (await answers(connection, PROOF_MS)) return true
      // One at work may only be slow. One that has been silent for as long as this one is not.
      const atWork = [...lentMs].filter(([, ms]) => ms < askedMs).map(([one]) => one)
      discard([connection, ...[...pool.idle, ...atWork].filter(silentSince(askedMs))])
      return false
    },
    lent: (connection) => void lentMs.set(connection, performance.now()),
    returned: (connection) => void lentMs.delete(connection),
    failed: (connection) => {
      const ms = lentMs.get(connection) ?? performance.now()
      lentMs.delete(connection)
      discard([connection, ...[...pool.idle].filter(silentSince(ms))])
    },
  }
}
