import { afterAll, describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { ask } from '../../src/store/mysql/ask'
import { retryCollisions } from '../../src/store/mysql/collisions'
import { connectionsTo } from '../../src/store/mysql/connections'
import { mysqlFault } from '../../src/store/mysql/faults'
import { transactionOver } from '../../src/store/mysql/transaction'
import type { WriteStep } from '../../src/store/statements'
import type { Store } from '../../src/store/store'
import { Unavailable } from '../../src/store/unavailable'
import { startMariadb } from '../support/mariadb'
import { waitFor } from '../support/programs'
import { saying } from '../support/turns'
import { migratedOn } from './migrated'
import { openMysqlAt, problemOf } from './open'

const mariadb = await startMariadb()
afterAll(() => mariadb.stop())

/** Says the next thing under one client id until it is known to be there. Answers its seq. */
const sayForSure = async ({ turns, transcripts }: Store, room: string, clientId: string) => {
  for (let tries = 1; tries <= 500; tries++) {
    try {
      const version = ((await turns.load(`conversation:${room}`))?.version ?? 0) + 1
      const outcome = await turns.commit(saying(room, version, { clientId }))
      if (outcome === 'done') return version
      if (outcome === 'repeat') return (await transcripts.byClientId(room, clientId))?.seq ?? 0
    } catch (error) {
      expect(error).toBeInstanceOf(Unavailable)
      await Bun.sleep(20)
    }
  }
  throw new Error('It could never be said')
}

describe('a server that dies', () => {
  test('loses nothing that was acknowledged, doubles nothing, and is found again', async () => {
    const store = await openMysqlAt(await migratedOn(mariadb))
    let talking = true
    const rooms = Array.from({ length: 8 }, (_, n) => `room-${n}`)
    const talk = async (room: string) => {
      const seqs: number[] = []
      while (talking) seqs.push(await sayForSure(store, room, `${room}-${seqs.length + 1}`))
      return seqs
    }
    const talks = rooms.map(talk)
    for (const _ of [1, 2]) {
      await Bun.sleep(150)
      await mariadb.kill()
      await expect(problemOf(store.ping())).resolves.toBeInstanceOf(Unavailable)
      await mariadb.restart()
    }
    await Bun.sleep(150)
    talking = false
    const said = await Promise.all(talks)
    for (const [n, seqs] of said.entries()) {
      expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, nth) => nth + 1))
      const entries = await store.transcripts.after(`room-${n}`, 0, 99_999)
      expect(entries.map(({ seq }) => seq)).toEqual(seqs)
    }
    await store.close()
  }, 30_000)
})

describe('a server that stops answering', () => {
  test('is said to, within two seconds, and is used again when it answers', async () => {
    const store = await openMysqlAt(await migratedOn(mariadb))
    await store.ping()
    mariadb.pause()
    const began = performance.now()
    expect(await problemOf(store.ping())).toBeInstanceOf(Unavailable)
    expect(performance.now() - began).toBeLessThan(2_500)
    mariadb.resume()
    await waitFor('the store to answer', () => store.ping().then(() => true))
    await store.close()
  }, 20_000)

  test('costs the connection it hung on, not the pool', async () => {
    const connections = connectionsTo(mariadb.url, { connectionLimit: 1 })
    const slow = connections.lend((one) => ask(one, { sql: 'SELECT SLEEP(5)' }, { ms: 100 }))
    expect(await problemOf(slow)).toBeInstanceOf(Unavailable)
    const [rows] = await connections.lend((one) => ask(one, { sql: 'SELECT 1 AS n' }))
    expect(rows).toEqual([{ n: 1 }])
    await connections.close()
  })
})

describe('a server that takes no writes', () => {
  test('is known by the first that fails, until one goes through again', async () => {
    const url = new URL(await migratedOn(mariadb))
    await mariadb.run(
      "CREATE USER desk@'127.0.0.1' IDENTIFIED BY 'desk'",
      `GRANT ALL ON ${url.pathname.slice(1)}.* TO desk@'127.0.0.1'`,
    )
    Object.assign(url, { username: 'desk', password: 'desk' })
    const store = await openMysqlAt(url.href)
    const say = (version: number) => store.turns.commit(saying('room', version))
    expect(await say(1)).toBe('done')
    await mariadb.run('SET GLOBAL read_only = 1')
    try {
      await store.proveWritable()
      expect(await problemOf(say(2))).toBeInstanceOf(Unavailable)
      await store.ping()
      expect(await problemOf(store.proveWritable())).toBeInstanceOf(Unavailable)
    } finally {
      await mariadb.run('SET GLOBAL read_only = 0')
    }
    await waitFor('it to be found out', () => store.proveWritable().then(() => true))
    expect(await say(2)).toBe('done')
    await store.close()
  }, 20_000)

  test.each([
    [1030, 'Got error 28 "No space left on device" from storage engine InnoDB'],
    [1030, 'Got error 122 from storage engine'],
    [1026, "Error writing file './desk/entries.ibd' (errno: 28)"],
    [3, "Error writing file '/tmp/MLd' (OS errno 28 - No space left on device)"],
    [1114, "The table 'entries' is full"],
  ])('has no room: %d, %s', (errno, message) => {
    expect(mysqlFault(Object.assign(new Error(message), { errno }))).toMatchObject({ full: true })
  })

  test.each([
    [1036, "Table 'entries' is read only"],
    [1180, 'Got error 149 "Lock deadlock; Retry transaction" during COMMIT'],
  ])('has room: %d, %s', (errno, message) => {
    const fault = mysqlFault(Object.assign(new Error(message), { errno }))
    expect(fault).toMatchObject({ name: 'Unavailable', full: false })
  })
})

test('transactions that collide are tried again until each is through', async () => {
  const connections = connectionsTo(mariadb.url, { connectionLimit: 4, multipleStatements: true })
  const run = (sql: string) => connections.lend((one) => ask(one, { sql }))
  await run('CREATE TABLE counts (id INT PRIMARY KEY, n INT NOT NULL)')
  await run('INSERT INTO counts VALUES (1, 0), (2, 0)')
  const add = (id: number): WriteStep => ({
    statement: { sql: 'UPDATE counts SET n = n + 1 WHERE id = ? AND SLEEP(0.001) = 0' },
    values: [id],
  })
  const [transaction, again] = [transactionOver(connections), retryCollisions(systemClock)]
  const write = (steps: WriteStep[]) => again(() => transaction(steps))
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, n) => write(n % 2 ? [add(1), add(2)] : [add(2), add(1)])),
  )
  expect(new Set(outcomes)).toEqual(new Set(['done']))
  const [rows] = await run('SELECT n FROM counts')
  expect(rows).toEqual([{ n: 40 }, { n: 40 }])
  const [status] = await run("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'")
  expect(Number((status as { Value: string }[])[0]?.Value)).toBeGreaterThan(0)
  await connections.close()
})

describe('what a connection is told', () => {
  test('strict, read committed, in UTC and by bytes', async () => {
    const connections = connectionsTo(mariadb.url, { connectionLimit: 1 })
    const [rows] = await connections.lend((one) =>
      ask(one, {
        sql: `SELECT @@sql_mode AS mode, @@tx_isolation AS isolation, @@time_zone AS zone,
          @@collation_connection AS collation`,
      }),
    )
    expect(rows).toEqual([
      {
        mode: 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
        isolation: 'READ-COMMITTED',
        zone: '+00:00',
        collation: 'utf8mb4_bin',
      },
    ])
    await connections.close()
  })

  test('a server that acknowledges before it writes is refused', async () => {
    const url = await mariadb.fresh()
    await mariadb.run('SET GLOBAL innodb_flush_log_at_trx_commit = 2')
    await expect(openMysqlAt(url)).rejects.toThrow('innodb_flush_log_at_trx_commit is 2')
    await mariadb.run('SET GLOBAL innodb_flush_log_at_trx_commit = 1')
    await (await openMysqlAt(url)).close()
  })
})

describe('what an error tells', () => {
  test('server and user, never the password', async () => {
    const url = new URL(mariadb.url)
    url.username = 'olga'
    url.password = 'p%40ss-of-olga'
    const problem = await problemOf(openMysqlAt(url.href))
    expect(`${problem}`).toContain(`MySQL at ${url.host}, as olga`)
    expect(Bun.inspect(problem)).not.toContain('ss-of-olga')
  })

  test('a server that cannot speak TLS, when that is asked for', async () => {
    const problem = await problemOf(openMysqlAt(`${mariadb.url}?ssl=insecure`))
    expect(problem).toMatchObject({ passing: false })
    expect(`${problem}`).toContain('does not support secure connection. Give it a certificate')
  })

  test('a server that is not there', async () => {
    const problem = await problemOf(openMysqlAt('mysql://ana:secret@127.0.0.1:1/desk'))
    expect(`${problem}`).toContain('MySQL at 127.0.0.1:1, as ana')
    expect(Bun.inspect(problem)).not.toContain('secret')
  })

  test('nothing of what people wrote', async () => {
    const store = await openMysqlAt(await migratedOn(mariadb))
    const text = 'My card is 4242. '.repeat(300)
    const problem = await problemOf(store.turns.commit(saying('lamp', 1, { text })))
    expect(problem).toBeInstanceOf(Error)
    expect(Bun.inspect(problem)).not.toContain('4242')
    const key = 'vera@example.com'.repeat(100)
    const other = await problemOf(store.accounts.countAttempt(key, 1, 1))
    expect(other).toBeInstanceOf(Error)
    expect(Bun.inspect(other)).not.toContain('vera@example.com')
    await store.close()
  })
})
