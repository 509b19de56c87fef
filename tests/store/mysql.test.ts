import { afterAll, expect, test } from 'bun:test'
import { drizzle } from 'drizzle-orm/mysql2'
import { createPool } from 'mysql2/promise'
import { systemClock } from '../../src/clock'
import { mysqlColumns } from '../../src/store/columns/mysql'
import { ask } from '../../src/store/mysql/ask'
import { connectionsTo } from '../../src/store/mysql/connections'
import { wordIndexOver } from '../../src/store/mysql/word-index'
import type { Db } from '../../src/store/query-context'
import { searchTables } from '../../src/store/tables/search'
import { storeContract } from '../contracts/store'
import { wordIndexContract } from '../contracts/store/word-index'
import { startMariadb } from '../support/mariadb'
import { conversationRow, lineRow, saying, turnOf } from '../support/turns'
import { migratedOn } from './migrated'
import { openMysqlAt } from './open'

const mariadb = await startMariadb()
afterAll(() => mariadb.stop())

storeContract('MariaDB', async () => openMysqlAt(await migratedOn(mariadb)))

wordIndexContract('MariaDB', async () => {
  const uri = await migratedOn(mariadb)
  const pool = createPool({ uri })
  return {
    ...{ db: drizzle({ client: pool }) as unknown as Db, tables: searchTables(mysqlColumns) },
    ...{ clock: systemClock, wordIndexOver },
    run: (sql, values) => pool.query(sql, [...values]),
    close: () => pool.end(),
  }
})

test('a page far back in a line reads the rows of its own, and of those ahead their places', async () => {
  const url = await migratedOn(mariadb)
  const store = await openMysqlAt(url)
  const connections = connectionsTo(url, { connectionLimit: 1 })
  const [AHEAD, ROWS] = [250, 10]
  const ids = Array.from({ length: AHEAD + ROWS }, (_, n) => `c-${n}`)
  const stored = ids.map((id) => {
    const summary = { of: 'conversation' as const, ...conversationRow(id) }
    return store.turns.commit(saying(id, 1, {}, { summary }))
  })
  await Promise.all(stored)
  const keeps = ids.map((id, n) => ({ in: 'line' as const, ...lineRow('sales', id, { rank: n }) }))
  await store.turns.commit(turnOf('department:sales', 1, { keeps }))

  /** Rows and entries of indexes that the server has read for all since its start. */
  const read = async () => {
    const sql =
      "SHOW GLOBAL STATUS WHERE Variable_name REGEXP '^Handler_read_(key|next|rnd|rnd_next)$'"
    const [rows] = await connections.lend((one) => ask(one, { sql }))
    return (rows as { Value: string }[]).reduce((sum, { Value }) => sum + Number(Value), 0)
  }
  const costOf = async (from: number) => {
    const before = await read()
    const { rows } = await store.conversations.lineStretch({ department: 'sales', from }, ROWS)
    const cost = (await read()) - before
    expect(rows.map(({ id }) => id)).toEqual(ids.slice(from - 1, from - 1 + ROWS))
    return cost
  }
  const [near, far] = [await costOf(1), await costOf(AHEAD + 1)]
  console.log(
    `${near} rows and entries read for the first ${ROWS}, ${far} for those behind ${AHEAD}`,
  )
  // One entry of an index for each of those ahead, where each would be three rows by their joins.
  expect(far - near).toBeLessThanOrEqual(AHEAD)
  await connections.close()
  await store.close()
})
