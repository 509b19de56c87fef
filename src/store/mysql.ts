import { drizzle } from 'drizzle-orm/mysql2'
import type { Pool, QueryOptions } from 'mysql2/promise'
import type { Clock } from '../clock'
import { type ServerUrl, serverUrl } from '../config/server-url'
import type { Log } from '../log'
import { mysqlColumns } from './columns/mysql'
import { openDoor, portsOver } from './guard'
import { migrate, pending } from './migrate'
import { mysqlMigrations } from './migrate/migrations'
import { ask } from './mysql/ask'
import { retryCollisions } from './mysql/collisions'
import { type Connections, connectionsTo } from './mysql/connections'
import type { Engine } from './mysql/engine'
import { mysqlFault } from './mysql/faults'
import { apart, groupOver } from './mysql/group'
import { inTime } from './mysql/in-time'
import { mysqlMigrator } from './mysql/migrator'
import { outageLine } from './mysql/outage-line'
import { openReach } from './mysql/reach'
import { notReached } from './mysql/reasons'
import { through } from './mysql/through'
import { transactionOver } from './mysql/transaction'
import { upsert } from './mysql/upsert'
import { wordIndexOver } from './mysql/word-index'
import { type Tables, tablesOver } from './nouns'
import { type Outage, openOutage } from './outage'
import type { Db, QueryContext } from './query-context'
import { ServerFault } from './server-fault'
import type { Store } from './store'
import { Unavailable } from './unavailable'
import { checkedWrite, openWriteCheck, probeOver } from './write-check'

export type MysqlOptions = { url: string; clock: Clock; log: Log; readOnly?: boolean }

/** Connections of this node, for reading and for turns apart: neither keeps the other waiting. */
const POOL_CONNECTIONS = 10

/**
 * The store on a MySQL or MariaDB server, for any number of nodes. Brings the database up to
 * date. Throws one sentence that names server and user, never the password, and says what to do:
 * `ServerFault`, which is `passing` when the server is only away.
 */
export const openMysql = async (options: MysqlOptions): Promise<Store> => {
  const { url, clock, log, readOnly } = options
  const server = serverUrl('mysql', url)
  const reach = openReach(server, log)
  const limit = { connectionLimit: POOL_CONNECTIONS }
  const reads = connectionsTo(url, limit, 'read', reach)
  const writes = connectionsTo(url, { ...limit, multipleStatements: true }, 'write', reach)
  const close = async () => {
    await Promise.all([reads.close(), writes.close()])
  }
  try {
    if (readOnly) await proveUpToDate(reads)
    else await bringUpToDate(writes, options)
    await proveDurable(reads, log)
    const engine = await reads.lend(async (_connection, seen) => seen)
    if (engine.severalWriters) log.info('Several servers write', { engine: engine.name })
    const outage = openOutage({ clock, log }, outageLine)
    return storeOver(reads, writes, { clock, engine, outage }, close)
  } catch (error) {
    await close()
    throw notOpened(server, error)
  }
}

/** Names of the migrations that opening it would run. */
export const pendingMysql = async (url: string): Promise<string[]> => {
  const reads = connectionsTo(url, { connectionLimit: 1 })
  try {
    return await missing(reads)
  } catch (error) {
    throw notOpened(serverUrl('mysql', url), error)
  } finally {
    await reads.close()
  }
}

const missing = (connections: Connections): Promise<string[]> =>
  connections.lend(async (connection) => {
    const ran = await mysqlMigrator(connection, () => 0).ran()
    return pending(ran, mysqlMigrations).map(({ name }) => name)
  })

const proveUpToDate = async (reads: Connections) => {
  if ((await missing(reads)).length > 0) {
    throw new ServerFault('The database is not up to date: run the migrations first.')
  }
}

const bringUpToDate = async (writes: Connections, { clock, log }: MysqlOptions) => {
  const again = retryCollisions(clock)
  const ran = await writes.lend((connection, { severalWriters }) =>
    migrate(mysqlMigrator(connection, clock.now, { severalWriters, again }), mysqlMigrations),
  )
  if (ran.length > 0) log.info('Migrated', { dialect: 'mysql', migrations: ran })
}

/** Only with 1 is a commit on disk before it is acknowledged. */
const proveDurable = async (reads: Connections, log: Log) => {
  const flush = await one<{ flush: number }>(
    reads,
    'SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS flush',
  ).catch(() => undefined)
  if (!flush) log.warn('Could not read innodb_flush_log_at_trx_commit; it must be 1')
  else if (flush.flush !== 1) {
    throw new ServerFault(`innodb_flush_log_at_trx_commit is ${flush.flush}`, {
      remedy: 'It must be 1, or a power cut loses messages.',
    })
  }
}

const storeOver = (
  reads: Connections,
  writes: Connections,
  { clock, engine, outage }: { clock: Clock; engine: Engine; outage: Outage },
  end: () => Promise<void>,
): Store => {
  const again = retryCollisions(clock)
  // What drizzle asks of a driver, over connections that are timed and given back.
  const client = {
    // It would have each value looked at by a function of its own, to read days otherwise: no column is one.
    query: ({ typeCast: _, ...query }: QueryOptions, values: unknown[]) =>
      again(() => reads.lend((connection) => ask(connection, { ...query, values }))),
  }
  const write = engine.severalWriters
    ? apart(transactionOver(writes), again)
    : groupOver(transactionOver(writes), again)
  const unchecked: QueryContext<Tables> = {
    db: drizzle({ client: client as unknown as Pool }) as unknown as Db,
    tables: tablesOver(mysqlColumns),
    upsert,
    wordIndexOver,
    through,
    clock,
    write: async (steps) => {
      const outcome = await write(steps)
      outage.wrote()
      return outcome
    },
  }
  const check = openWriteCheck(clock, probeOver(unchecked))
  const base = { ...unchecked, write: checkedWrite(unchecked.write, check) }
  const { prove, close } = openDoor(async () => {
    outage.end()
    await end()
  })
  return {
    shared: true,
    ...portsOver(base, {
      assertOpen: prove,
      translate: (error) => outage.failed(mysqlFault(error)),
    }),
    ping: async () => {
      await inTime(one(reads, 'SELECT 1'), PING_MS, 'MySQL did not answer in time')
    },
    proveWritable: async () => {
      prove()
      await inTime(check.prove(), PING_MS, 'MySQL did not write in time').catch((problem) => {
        throw mysqlFault(problem)
      })
    },
    health: async () => {
      const { version, now } = await one<{ version: string; now: number }>(
        reads,
        'SELECT VERSION() AS version, CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED) AS now',
      )
      const among = engine.severalWriters ? `${version} (${engine.name})` : version
      const schema = mysqlMigrations.at(-1)?.name ?? ''
      return { dialect: 'mysql', version: among, schema, bytes: 0, walBytes: 0, now }
    },
    compact: async () => {},
    close,
  }
}

const PING_MS = 2000

const one = async <R>(connections: Connections, sql: string): Promise<R> => {
  try {
    const [rows] = await connections.lend((connection) => ask(connection, { sql }))
    return (rows as R[])[0] as R
  } catch (error) {
    throw mysqlFault(error)
  }
}

/** No connection could be had, for a reason with a name, or the work on one has failed. */
const notOpened = (server: ServerUrl, error: unknown): ServerFault => {
  const cause = error instanceof Unavailable ? error.cause : undefined
  return cause instanceof ServerFault ? cause : notReached(error, server)
}
