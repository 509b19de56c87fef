import type { PoolConnection, PoolOptions } from 'mysql2'
import { createPool } from 'mysql2'
import type { ServerUrl } from '../../config/server-url'
import { cutOff } from './ask'
import { inTime } from './in-time'

/** Requests that may wait for a connection; more is answered `Unavailable` at once. */
const QUEUED_REQUESTS = 500
/** How long connections may take to say goodbye, ms. */
const GOODBYE_MS = 2_000

/** Connections as they come from the driver, and which of them nobody uses. */
export type ConnectionPool = {
  idle: ReadonlySet<PoolConnection>
  /** One that lies ready, else one that is made. */
  take(): Promise<PoolConnection>
  /** Ends one for good. */
  discard(connection: PoolConnection): void
  end(): Promise<void>
}

export const openPool = (server: ServerUrl, options: PoolOptions): ConnectionPool => {
  const pool = createPool({ ...driverOptions(server), queueLimit: QUEUED_REQUESTS, ...options })
  const all = new Set<PoolConnection>()
  const idle = new Set<PoolConnection>()
  const forget = (connection: PoolConnection) => {
    all.delete(connection)
    idle.delete(connection)
  }
  pool.on('connection', (connection) => {
    all.add(connection)
    connection.once('end', () => forget(connection))
    connection.once('error', () => forget(connection))
  })
  pool.on('acquire', (connection) => idle.delete(connection))
  pool.on('release', (connection) => idle.add(connection))
  const discard = (connection: PoolConnection) => {
    forget(connection)
    cutOff(connection)
  }
  return {
    idle,
    discard,
    take: () => {
      let late = false
      const coming = new Promise<PoolConnection>((resolve, reject) => {
        pool.getConnection((error, connection) => {
          if (late) connection?.release()
          else if (error) reject(error)
          else resolve(connection)
        })
      })
      const says = 'No connection to MySQL came free in time'
      return inTime(coming, server.connectMs, says).finally(() => {
        late = true
      })
    },
    end: async () => {
      const ended = new Promise<void>((done) => pool.end(() => done()))
      await inTime(ended, GOODBYE_MS, 'A connection did not end').catch(() => {
        for (const connection of all) cutOff(connection)
      })
    },
  }
}

/** The driver hears only what is said here: nothing of the URL reaches it unread. */
const driverOptions = ({ tls, connectMs, ...server }: ServerUrl): PoolOptions => {
  const { host, port, user, password, database } = server
  const ca = tls?.ca === undefined ? {} : { ca: tls.ca }
  const ssl = tls && {
    ...{ ...ca, ...tls.client },
    ...{ rejectUnauthorized: tls.verify, verifyIdentity: tls.verify },
  }
  return {
    ...{ host, port, user, password, database },
    charset: 'UTF8MB4_BIN',
    connectTimeout: connectMs,
    enableKeepAlive: true,
    ...(ssl && { ssl }),
  }
}
