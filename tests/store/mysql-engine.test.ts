import { afterAll, describe, expect, test } from 'bun:test'
import type { PoolConnection } from 'mysql2'
import { ask } from '../../src/store/mysql/ask'
import { type Connections, connectionsTo } from '../../src/store/mysql/connections'
import { engineOf, type Role } from '../../src/store/mysql/engine'
import { greet } from '../../src/store/mysql/greeting'
import { transactionOver } from '../../src/store/mysql/transaction'
import type { WriteStep } from '../../src/store/statements'
import { startMariadb } from '../support/mariadb'

const mariadb = await startMariadb()
const connections = connectionsTo(mariadb.url, { connectionLimit: 2, multipleStatements: true })
afterAll(async () => {
  await connections.close()
  await mariadb.stop()
})

describe('what a server says of itself', () => {
  type Case = { who: string; role: Role; says: Record<string, string>; is: string; lacks: string[] }
  const cases: Case[] = [
    {
      ...{ who: 'MariaDB', role: 'read', is: 'one server', lacks: [] },
      says: { version: '10.11.19-MariaDB', wsrep_on: 'OFF', wsrep_sync_wait: '0' },
    },
    {
      ...{ who: 'MySQL', role: 'write', is: 'one server', lacks: [] },
      says: { version: '8.4.3', group_replication_group_name: '' },
    },
    {
      ...{ who: 'Galera', role: 'read', is: 'Galera' },
      says: {
        ...{ wsrep_on: 'ON', wsrep_retry_autocommit: '1' },
        ...{ wsrep_sync_wait: '0', wsrep_osu_method: 'RSU' },
      },
      lacks: ['wsrep_retry_autocommit = 0', "wsrep_osu_method = 'TOI'", 'wsrep_sync_wait = 1'],
    },
    {
      ...{ who: 'Galera', role: 'write', is: 'Galera', lacks: ['wsrep_sync_wait = 0'] },
      says: { wsrep_on: 'ON', wsrep_retry_autocommit: '0', wsrep_sync_wait: '15' },
    },
    {
      ...{ who: 'a replication group', role: 'read', is: 'Group Replication' },
      says: { group_replication_group_name: 'desk', group_replication_consistency: 'EVENTUAL' },
      lacks: ["group_replication_consistency = 'BEFORE'"],
    },
    {
      ...{ who: 'TiDB', role: 'write', is: 'TiDB' },
      says: { version: '8.0.11-TiDB-v8.5.0', tidb_disable_txn_auto_retry: 'OFF' },
      lacks: ["tidb_disable_txn_auto_retry = 'ON'"],
    },
  ]
  test.each(cases)('$who, to $role', ({ role, says, is, lacks }) => {
    const found = engineOf(new Map(Object.entries(says)), role)
    expect(found.engine).toMatchObject({ name: is, severalWriters: is !== 'one server' })
    expect(found.lacks).toEqual(lacks)
  })

  test('a real server that is alone is found to be so', async () => {
    expect(await connections.lend(async (_connection, engine) => engine)).toEqual({
      name: 'one server',
      severalWriters: false,
    })
  })
})

/** A session of a cluster that is asked to keep to something. */
const session = (obeys: boolean) => {
  const variables = new Map([
    ['wsrep_on', 'ON'],
    ['wsrep_osu_method', 'RSU'],
  ])
  const query = ({ sql }: { sql: string }, answer: (...told: unknown[]) => void) => {
    if (obeys && sql.includes("wsrep_osu_method = 'TOI'")) variables.set('wsrep_osu_method', 'TOI')
    const rows = [...variables].map(([Variable_name, Value]) => ({ Variable_name, Value }))
    const [, said] = /^SELECT '(.+?)' AS said/.exec(sql) ?? []
    const echo = said && [{ said, bytes: Buffer.from(said).toString('hex').toUpperCase() }]
    queueMicrotask(() => answer(null, sql.startsWith('SHOW') ? rows : (echo ?? {})))
    return { on: () => {} }
  }
  return { query } as unknown as PoolConnection
}

describe('a session of a cluster', () => {
  test('is used when it keeps to what it was told', async () => {
    expect(await greet(session(true), 'write')).toMatchObject({ name: 'Galera' })
  })

  test('is refused when it does not, and says what it must have', async () => {
    await expect(greet(session(false), 'write')).rejects.toThrow(
      "This server (Galera) must have wsrep_osu_method = 'TOI' for a session.",
    )
  })
})

/** The real server as if others wrote beside it, and what it is asked; `fail` answers in its place. */
const amongOthers = (fail: (sql: string) => number | undefined = () => undefined) => {
  const asked: string[] = []
  const spied = (connection: PoolConnection) =>
    new Proxy(connection, {
      get: (target, name) => {
        if (name !== 'query') return Reflect.get(target, name)
        return (query: { sql: string }, answer: (error: Error) => void) => {
          asked.push(query.sql.split(' ').slice(0, 3).join(' '))
          const errno = fail(query.sql)
          if (errno === undefined) return target.query(query, answer as never)
          target.query('ROLLBACK', () => answer(Object.assign(new Error('undone'), { errno })))
          return { on: () => {} }
        }
      },
    })
  const lend: Connections['lend'] = (work) =>
    connections.lend((one) => work(spied(one), { name: 'Galera', severalWriters: true }))
  return { asked, transaction: transactionOver({ lend, close: async () => {} }) }
}

describe('a transaction among servers that all take writes', () => {
  const run = (sql: string) => connections.lend((one) => ask(one, { sql }))
  const insert = (id: number, means: Partial<WriteStep<string>> = {}): WriteStep<string> => ({
    ...{ statement: { sql: 'INSERT INTO told VALUES (?)' }, values: [id], ...means },
  })
  const ids = async () =>
    ((await run('SELECT id FROM told ORDER BY id'))[0] as { id: number }[]).map(({ id }) => id)

  test('goes one statement at a time, and stops at the first that does not go through', async () => {
    await run('CREATE TABLE told (id INT PRIMARY KEY)')
    const { asked, transaction } = amongOthers()
    expect(await transaction([insert(1), insert(2)])).toBe('done')
    expect(asked).toEqual(['BEGIN', 'INSERT INTO told', 'INSERT INTO told', 'COMMIT'])
    const taken = { onDuplicate: [{ key: '', outcome: 'taken' }] }
    expect(await transaction([insert(3), insert(1, taken), insert(4)])).toBe('taken')
    expect(asked.slice(4)).toEqual(['BEGIN', 'INSERT INTO told', 'INSERT INTO told', 'ROLLBACK'])
    expect(await ids()).toEqual([1, 2])
  })

  test.each([
    ['between two statements', 1213, 'INSERT INTO told VALUES (6)'],
    ['when it is to end', 1213, 'COMMIT'],
    ['by the vote of a group', 3101, 'COMMIT'],
    ['by TiDB', 9007, 'COMMIT'],
  ])('that another was quicker than, %s, has the outcome of its fence', async (_, errno, where) => {
    const { transaction } = amongOthers((sql) => (sql === where ? errno : undefined))
    const fenced = insert(5, { onCollision: 'stale' })
    expect(await transaction([fenced, insert(6)])).toBe('stale')
    await expect(transaction([insert(5), insert(6)])).rejects.toMatchObject({ errno })
    expect(await ids()).toEqual([1, 2])
  })

  test('that waited for a lock in vain does not wait for it again and again', async () => {
    const { transaction } = amongOthers((sql) => (sql === 'COMMIT' ? 1205 : undefined))
    const fenced = insert(5, { onCollision: 'stale' })
    await expect(transaction([fenced])).rejects.toMatchObject({ errno: 1205 })
  })
})
