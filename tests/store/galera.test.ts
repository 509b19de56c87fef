import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { mysqlColumns } from '../../src/store/columns/mysql'
import { ask } from '../../src/store/mysql/ask'
import { retryCollisions } from '../../src/store/mysql/collisions'
import { type Connections, connectionsTo } from '../../src/store/mysql/connections'
import { groupOver } from '../../src/store/mysql/group'
import { transactionOver } from '../../src/store/mysql/transaction'
import { upsert } from '../../src/store/mysql/upsert'
import { tablesOver } from '../../src/store/nouns'
import type { Store } from '../../src/store/store'
import { turnStatementsOver } from '../../src/store/turn-statements'
import { stepsOf } from '../../src/store/turn-steps'
import { hasGalera, startGalera, type TestGalera } from '../support/galera'
import { saying } from '../support/turns'
import { checkAll, writeAll } from './galera-load'
import { openMysqlLikeNode } from './open'

const ROOMS = ['a', 'b', 'c', 'd']

describe.skipIf(!hasGalera)('three servers that all take writes', () => {
  let galera: TestGalera
  let urls: string[] = []
  let stores: Store[] = []
  beforeAll(async () => {
    galera = await startGalera()
    urls = await galera.fresh()
    // All at once, each through another server: nobody waits for who makes the tables.
    stores = await Promise.all([...urls, ...urls].map((url) => openMysqlLikeNode(url)))
  }, 60_000)
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()))
    await galera.stop()
  })

  const urlOf = (nth: number) => urls[nth] ?? ''

  test('lose nothing that was acknowledged, and tear nothing', async () => {
    const acked = await writeAll(
      stores.map(({ turns }) => turns),
      ROOMS,
      3_000,
    )
    const found = await checkAll(urlOf(0), acked, ROOMS)
    console.log(`one by one: ${JSON.stringify(found)}`)
    expect(found).toMatchObject({ lost: 0, torn: [] })
    expect(found.acked).toBeGreaterThan(10)
  }, 20_000)

  test('would lose it, were a transaction one packet to them as it is to one server', async () => {
    const pools = [...urls, ...urls].map((url) =>
      connectionsTo(url, { connectionLimit: 10, multipleStatements: true }),
    )
    // The fewer they are, the oftener two servers write the same one at a time.
    const rooms = ['packet-a', 'packet-b']
    const writers = stores.map(({ turns }, nth) => ({
      load: turns.load,
      commit: inPackets(pools[nth]),
    }))
    let found = { acked: 0, lost: 0, torn: [] as string[] }
    for (let runs = 0; runs < 8 && found.lost === 0; runs += 1)
      found = await checkAll(urlOf(0), await writeAll(writers, rooms, 2_000), rooms)
    console.log(`in packets: ${JSON.stringify(found)}`)
    await Promise.all(pools.map((pool) => pool.close()))
    expect(found.lost).toBeGreaterThan(0)
  }, 30_000)

  test('show through each what was acknowledged through another', async () => {
    const late: number[] = []
    for (let version = 1; version <= 150; version += 1) {
      const [from, to] = [stores[version % 3], stores[(version + 1) % 3]]
      await from?.turns.commit(saying('fresh', version))
      if ((await to?.turns.load('conversation:fresh'))?.version !== version) late.push(version)
    }
    expect(late).toEqual([])
    expect((await stores[0]?.health())?.version).toMatch(/MariaDB.* \(Galera\)$/)
  }, 20_000)

  test('are told what a session needs, and say it back', async () => {
    const told = await Promise.all(
      (['read', 'write'] as const).map(async (role) => {
        const connections = connectionsTo(urlOf(1), { connectionLimit: 1 }, role)
        const [engine, [rows]] = await connections.lend(async (one, seen) => [
          seen,
          await ask(one, {
            sql: `SELECT @@wsrep_retry_autocommit AS retries, @@wsrep_sync_wait AS waits,
              @@wsrep_osu_method AS tables_by, @@wsrep_dirty_reads AS dirty`,
          }),
        ])
        await connections.close()
        return { engine, rows }
      }),
    )
    const engine = { name: 'Galera' as const, severalWriters: true }
    const session = { retries: 0, tables_by: 'TOI', dirty: 0 }
    expect(told).toEqual([
      { engine, rows: [{ ...session, waits: 1 }] },
      { engine, rows: [{ ...session, waits: 0 }] },
    ])
  })
})

/** Commits turns to a cluster as if it were one server: what the desk did once. */
const inPackets = (pool: Connections | undefined): Store['turns']['commit'] => {
  const connections: Connections = {
    lend: (work) => {
      if (!pool) throw new Error('no pool')
      return pool.lend(async (connection) => {
        await ask(connection, { sql: 'SET SESSION wsrep_retry_autocommit = 1' })
        return work(connection, { name: 'one server', severalWriters: false })
      })
    },
    close: async () => {},
  }
  const write = groupOver(transactionOver(connections), retryCollisions(systemClock))
  const statements = turnStatementsOver(tablesOver(mysqlColumns), upsert)
  return (turn, consumes) => write(stepsOf(statements, turn, consumes))
}
