import { afterAll, describe, expect, test } from 'bun:test'
import type { PoolConnection } from 'mysql2'
import { migrate } from '../../src/store/migrate'
import { mysqlMigrations } from '../../src/store/migrate/migrations'
import { ask } from '../../src/store/mysql/ask'
import { connectionsTo } from '../../src/store/mysql/connections'
import { mysqlMigrator } from '../../src/store/mysql/migrator'
import { pendingMigrations } from '../../src/store/open-store'
import { runHere } from '../cli/terminal'
import { startMariadb } from '../support/mariadb'
import { scratchFolder } from '../support/programs'
import { openMysqlAt } from './open'

const mariadb = await startMariadb()
afterAll(() => mariadb.stop())

const names = mysqlMigrations.map(({ name }) => name)
const now = () => 1_000

/** Every table of a database as the server describes it, and what of it ran. */
const describeAll = (url: string) =>
  lend(url, async (connection) => {
    const rows = async <R>(sql: string) => (await ask(connection, { sql }))[0] as R[]
    const tables = await rows<Record<string, string>>('SHOW TABLES')
    const texts: unknown[] = []
    for (const table of tables)
      texts.push(await rows(`SHOW CREATE TABLE ${Object.values(table)[0]}`))
    return { texts, ran: await rows('SELECT name, checksum, done FROM migrations') }
  })

const lend = async <T>(url: string, work: (connection: PoolConnection) => Promise<T>) => {
  const connections = connectionsTo(url, { connectionLimit: 1 })
  return connections.lend(work).finally(() => connections.close())
}

/** A connection that is lost at its nth query: before the server had it, or after it did it. */
const losing = (connection: PoolConnection, nth: number, after: boolean): PoolConnection => {
  let asked = 0
  const query = (options: never, answer: (error: Error | null, ...rest: unknown[]) => void) => {
    asked += 1
    const lost = new Error('The connection was lost')
    if (asked < nth) return connection.query(options, answer as never)
    const fail = () => queueMicrotask(() => answer(lost))
    if (asked > nth || !after) return { on: fail }
    return connection.query(options, fail as never)
  }
  return new Proxy(connection, {
    get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)),
  })
}

describe('the desk’s own migrations on MariaDB', () => {
  test('are told, run once, and told no more', async () => {
    const url = await mariadb.fresh()
    const where = { url, dataDir: scratchFolder() }
    expect(await pendingMigrations(where)).toEqual(names)
    expect(await lend(url, (one) => migrate(mysqlMigrator(one, now), mysqlMigrations))).toEqual(
      names,
    )
    expect(await lend(url, (one) => migrate(mysqlMigrator(one, now), mysqlMigrations))).toEqual([])
    expect(await pendingMigrations(where)).toEqual([])
  })

  test('of several nodes that start at once one runs them', async () => {
    const url = await mariadb.fresh()
    const stores = await Promise.all([1, 2, 3].map(() => openMysqlAt(url)))
    for (const store of stores) await store.ping()
    await Promise.all(stores.map((store) => store.close()))
    expect((await describeAll(url)).ran).toHaveLength(names.length)
  })

  test('cut short anywhere they go on from there, to the same tables', async () => {
    const url = await mariadb.fresh()
    await lend(url, (one) => migrate(mysqlMigrator(one, now), mysqlMigrations))
    const clean = await describeAll(url)
    for (const nth of [2, 4, 5, 6, 7, 18, 41, 58]) {
      for (const after of [false, true]) {
        const cut = await mariadb.fresh()
        const first = lend(cut, (one) =>
          migrate(mysqlMigrator(losing(one, nth, after), now), mysqlMigrations),
        )
        await expect(first).rejects.toThrow('lost')
        await lend(cut, (one) => migrate(mysqlMigrator(one, now), mysqlMigrations))
        expect(await describeAll(cut)).toEqual(clean)
      }
    }
  }, 60_000)

  const others: [whose: string, tables: string[]][] = [
    ['a table of a name we have too', ['CREATE TABLE journal (id INT)']],
    ['tables we never had', ['CREATE TABLE orders (id INT)', 'CREATE TABLE accounts (id INT)']],
    ['a list of migrations of its own', ['CREATE TABLE migrations (id INT, batch INT)']],
    [
      'such a list that looks like ours',
      [
        'CREATE TABLE orders (id INT)',
        'CREATE TABLE migrations (name TEXT, checksum TEXT, done INT, at INT)',
        "INSERT INTO migrations VALUES ('0001_orders', 'x', 1, 1)",
      ],
    ],
    ['nothing but a view', ['CREATE VIEW today AS SELECT CURRENT_DATE']],
  ]
  test.each(others)(
    'refuse another program’s database, with %s, before they write',
    async (_, sql) => {
      const url = await mariadb.fresh()
      const tables = () => lend(url, async (one) => (await ask(one, { sql: 'SHOW TABLES' }))[0])
      for (const statement of sql) await lend(url, (one) => ask(one, { sql: statement }))
      const before = await tables()
      const database = new URL(url).pathname.slice(1)
      const says = `the database ${database} belongs to another program`
      await expect(openMysqlAt(url)).rejects.toThrow(says)
      await expect(pendingMigrations({ url, dataDir: scratchFolder() })).rejects.toThrow(says)
      const env = { DATABASE_URL: url }
      const { code, err } = await runHere(['serve', '--data', scratchFolder()], { env })
      expect([code, err]).toEqual([2, expect.stringContaining('Make an empty one for the desk')])
      expect(await tables()).toEqual(before)
    },
  )

  test('leave tables alone that others put beside them later', async () => {
    const url = await mariadb.fresh()
    await (await openMysqlAt(url)).close()
    await lend(url, (one) => ask(one, { sql: 'CREATE TABLE reports (id INT)' }))
    await (await openMysqlAt(url)).close()
  })

  test('refuse a database made by a newer version', async () => {
    const url = await mariadb.fresh()
    await (await openMysqlAt(url)).close()
    await lend(url, (one) =>
      ask(one, { sql: "INSERT INTO migrations VALUES ('9999_later', 'x', 1, 1)" }),
    )
    await expect(openMysqlAt(url)).rejects.toThrow('made by a newer version (9999_later)')
  })

  test('need no rights to change tables once they ran', async () => {
    const url = await mariadb.fresh()
    await (await openMysqlAt(url)).close()
    const database = new URL(url).pathname.slice(1)
    await mariadb.run(
      "CREATE USER worker@'127.0.0.1'",
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ${database}.* TO worker@'127.0.0.1'`,
    )
    const store = await openMysqlAt(url.replace('root@', 'worker@'))
    await store.ping()
    await store.close()
  })
})
