import type { Pool, PoolConnection, PoolOptions, QueryOptions } from 'mysql2'
import { createPool } from 'mysql2'
import { Unavailable } from '../unavailable'
import { isFatal } from './faults'

/** How long anybody waits for a connection, and how long one statement may take, ms. */
const CONNECT_MS = 2000
const STATEMENT_MS = 6000

/** Requests that may wait for a connection; more is answered `Unavailable` at once. */
const QUEUED_REQUESTS = 500

/**
 * What every connection is told first. READ COMMITTED, for the fence does the work of isolation;
 * strict, so that what is too long is refused and never cut; waits for locks shorter than ours.
 */
const GREETING = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO',
    innodb_lock_wait_timeout = 4, default_storage_engine = InnoDB, time_zone = '+00:00'`,
]

export type Connections = {
  /** Lends one connection. It is given back, or thrown away after a fault that spoils it. */
  lend<T>(work: (connection: PoolConnection) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A pool of connections, each greeted before it is used. None is made before it is needed. */
export const connectionsTo = (url: string, options: PoolOptions): Connections => {
  const pool = createPool({
    uri: url,
    charset: 'UTF8MB4_BIN',
    connectTimeout: CONNECT_MS,
    queueLimit: QUEUED_REQUESTS,
    enableKeepAlive: true,
    ...options,
  })
  pool.on('connection', greet)
  return {
    lend: async (work) => {
      const connection = await take(pool)
      try {
        const answer = await work(connection)
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

const greet = (connection: PoolConnection) => {
  for (const sql of GREETING) {
    // Without its settings a connection must not be used: what waits for it fails instead.
    connection.query(sql, (error) => error && connection.destroy())
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

/**
 * One query of one or more statements; `passed` hears of each that went through. A server that
 * does not answer within `ms` is `Unavailable`, and its connection of no use after that.
 */
export const ask = (
  connection: PoolConnection,
  query: QueryOptions,
  { passed = () => {}, ms = STATEMENT_MS }: { passed?: () => void; ms?: number } = {},
): Promise<[unknown, unknown]> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      connection.destroy()
      reject(new Unavailable('MySQL did not answer in time'))
    }, ms)
    const command = connection.query(query, (error, rows, fields) => {
      clearTimeout(timer)
      if (error) reject(withoutValues(error))
      else resolve([rows, fields])
    })
    command.on('result', passed)
  })

/** mysql2 keeps the whole text of a query, with what people wrote, in its errors. */
const withoutValues = (error: Error & { sql?: string }): Error => {
  delete error.sql
  return error
}
