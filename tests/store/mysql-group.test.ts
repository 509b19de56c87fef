import { afterAll, describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { ask } from '../../src/store/mysql/ask'
import { retryCollisions } from '../../src/store/mysql/collisions'
import { connectionsTo } from '../../src/store/mysql/connections'
import { groupOver } from '../../src/store/mysql/group'
import { transactionOver } from '../../src/store/mysql/transaction'
import type { WriteStep } from '../../src/store/statements'
import { Unavailable } from '../../src/store/unavailable'
import { startMariadb } from '../support/mariadb'

const mariadb = await startMariadb()
const connections = connectionsTo(mariadb.url, { connectionLimit: 10, multipleStatements: true })
afterAll(async () => {
  await connections.close()
  await mariadb.stop()
})

const run = async <R>(sql: string) => (await connections.lend((one) => ask(one, { sql })))[0] as R[]
const count = async () => (await run<{ n: number }>('SELECT COUNT(*) AS n FROM notes'))[0]?.n
const insert = { sql: 'INSERT INTO notes (id, text) VALUES (?, ?)' }
const note = (id: number, text = ''): WriteStep<string> => ({
  statement: insert,
  values: [id, text],
})
const ids = (from: number, many: number) => Array.from({ length: many }, (_, n) => from + n)

/** A group over the real server that tells what it was asked to do in one transaction. */
const open = async () => {
  await run('DROP TABLE IF EXISTS notes')
  await run('CREATE TABLE notes (id INT PRIMARY KEY, text VARCHAR(9) NOT NULL)')
  const sizes: number[] = []
  const transaction = transactionOver(connections)
  const write = groupOver(async (steps) => {
    sizes.push(steps.length)
    return transaction(steps)
  }, retryCollisions(systemClock))
  return { write, sizes }
}

describe('writes that arrive while others are under way', () => {
  test('share a transaction, and whoever is alone waits for nobody', async () => {
    const { write, sizes } = await open()
    await write([note(0)])
    const outcomes = await Promise.all(ids(1, 40).map((id) => write([note(id)])))
    expect(new Set(outcomes)).toEqual(new Set(['done']))
    expect(await count()).toBe(41)
    expect(sizes[0]).toBe(1)
    expect(sizes.length).toBeLessThan(12)
  })

  test('are undone each on its own', async () => {
    const { write } = await open()
    await write([note(1)])
    const taken = { key: 'PRIMARY', outcome: 'taken' }
    const empty = { statement: { sql: 'DELETE FROM notes WHERE id = ?' }, values: [404] }
    const outcomes = await Promise.allSettled([
      ...ids(100, 8).map((id) => write([note(id)])),
      write([note(2), { ...note(1), onDuplicate: [taken] }]),
      write([note(3), note(4, 'far too long')]),
      write([note(5), { ...empty, onUnchanged: 'none' }]),
      write([note(6)]),
    ])
    expect(
      outcomes.slice(-4).map((one) => (one.status === 'fulfilled' ? one.value : 'failed')),
    ).toEqual(['taken', 'failed', 'none', 'done'])
    expect(await count()).toBe(10)
  })

  test('are all refused when the server is away, and go through when it is back', async () => {
    const { write } = await open()
    await mariadb.kill()
    const outcomes = await Promise.allSettled(ids(1, 20).map((id) => write([note(id)])))
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
    await mariadb.restart()
    expect(await write([note(1)])).toBe('done')
    expect(await count()).toBe(1)
  }, 30_000)
})

test('what is refused for want of a connection says so to everybody who waited', async () => {
  const write = groupOver(
    () => Promise.reject(new Unavailable('No connection')),
    retryCollisions(systemClock),
  )
  const outcomes = await Promise.allSettled(ids(1, 20).map((id) => write([note(id)])))
  for (const one of outcomes)
    expect(one.status === 'rejected' && one.reason).toBeInstanceOf(Unavailable)
})
