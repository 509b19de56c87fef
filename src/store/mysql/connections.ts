import type { Pool, PoolConnection, PoolOptions } from 'mysql2'
import { createPool } from 'mysql2'
import { Unavailable } from '../unavailable'
import type { Engine, Role } from './engine'
import { isFatal } from './faults'
import { greet } from './greeting'

/** How long anybody waits for a connection, ms. */
const CONNECT_MS = 2000

/** Requests that may wait for a connection; more is answered `Unavailable` at once. */
const QUEUED_REQUESTS = 500

export type Connections = {
  /**
   * Lends one connection, with what it speaks to. It is given back, or thrown away after a fault
   * that spoils it.
   */
  lend<T>(work: (connection: PoolConnection, engine: Engine) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A pool of connections, each greeted before it is used. None is made before it is needed. */
export const connectionsTo = (
  url: string,
  options: PoolOptions,
  role: Role = 'write',
): Connections => {
  const pool = createPool({
    uri: url,
    charset: 'UTF8MB4_BIN',
    connectTimeout: CONNECT_MS,
    queueLimit: QUEUED_REQUESTS,
    enableKeepAlive: true,
    ...options,
  })
  const engines = new WeakMap<PoolConnection, Promise<Engine>>()
  const greeted = (connection: PoolConnection): Promise<Engine> => {
    const engine = engines.get(connection) ?? greet(connection, role)
    engines.set(connection, engine)
    return engine
  }
  return {
    lend: async (work) => {
      const connection = await take(pool)
      const engine = await greeted(connection).catch((error) => {
        // Without its settings a connection must not be used: what waits for it fails instead.
        connection.destroy()
        throw error
      })
      try {
        const answer = await work(connection, engine)
        connection.release()
        return answer
      } catch (error) {
        if (isFatal(error) || error instanceof Unavailable) connection.destroy()
        else connection.release()
        throw error
      }
    },
    close: () => new Promise((done) => pool.end(() => done())),
  }
}

const take = (pool: Pool): Promise<PoolConnection> =>
  new Promise((resolve, reject) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      reject(new Unavailable('No connection to MySQL came free in time'))
    }, CONNECT_MS)
    pool.getConnection((error, connection) => {
      clearTimeout(timer)
      if (late) connection?.release()
      else if (error) reject(error)
      else resolve(connection)
    })
  })
