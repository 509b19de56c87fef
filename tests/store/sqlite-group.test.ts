import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { groupOver } from '../../src/store/sqlite/group'
import { applyPragmas } from '../../src/store/sqlite/pragmas'
import type { WriteStep } from '../../src/store/statements'
import { Unavailable } from '../../src/store/unavailable'
import { scratchFolder } from '../support/programs'

const insert = { sql: 'INSERT INTO notes (id, text) VALUES (?, ?)' }
const note = (id: number, text = ''): WriteStep<string> => ({
  statement: insert,
  values: [id, text],
})

const open = () => {
  const db = new Database(join(scratchFolder(), 'notes.db'))
  applyPragmas(db)
  db.run('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
  let commits = 0
  const group = groupOver(db, () => {
    commits += 1
  })
  const count = () => db.query<{ n: number }, []>('SELECT count(*) AS n FROM notes').get()?.n
  return { db, group, count, commits: () => commits }
}

const full = async (write: Promise<unknown>) => {
  const error = await write.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Unavailable)
  return error instanceof Unavailable && error.full
}

describe('writes that arrive together', () => {
  test('share one transaction', async () => {
    const { group, count, commits } = open()
    await Promise.all(Array.from({ length: 32 }, (_, id) => group.write([note(id)])))
    expect([count(), commits()]).toEqual([32, 1])
    await group.write([note(99)])
    expect([count(), commits()]).toEqual([33, 2])
  })

  test('settle after it, so that what is acknowledged is there', async () => {
    const { db, group } = open()
    const other = new Database(db.filename, { readonly: true })
    const seen = await Promise.all(
      [1, 2, 3].map(async (id) => {
        await group.write([note(id)])
        return other.query('SELECT 1 FROM notes WHERE id = ?').get(id) !== null
      }),
    )
    expect(seen).toEqual([true, true, true])
    other.close()
  })

  test('are undone each on its own', async () => {
    const { group, count } = open()
    const outcomes = await Promise.allSettled([
      group.write([note(1)]),
      group.write([note(2), note(1)]),
      group.write([note(3), { ...note(1), onDuplicate: [{ key: 'notes.id', outcome: 'taken' }] }]),
      group.write([
        note(4),
        { statement: { sql: 'DELETE FROM notes WHERE 0' }, values: [], onUnchanged: 'none' },
      ]),
      group.write([note(5)]),
    ])
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
      ...['done', 'failed', 'taken', 'none', 'done'],
    ])
    expect(count()).toBe(2)
  })

  test('all reject when the COMMIT fails, and the next go through', async () => {
    const { db, group, count } = open()
    // A reference that is looked at only when the transaction ends.
    db.run('CREATE TABLE lines (note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)')
    const dangling = { statement: { sql: 'INSERT INTO lines VALUES (?)' }, values: [404] }
    const outcomes = await Promise.allSettled([
      group.write([note(1)]),
      group.write([dangling]),
      group.write([note(2)]),
    ])
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'Unavailable' } })
    }
    expect(count()).toBe(0)
    expect(await group.write([note(1)])).toBe('done')
  })
})

describe('a full disk', () => {
  test('is told as such, leaves nothing, and writes go on when there is room', async () => {
    const { db, group, count } = open()
    const pages = Number(db.query<[number], []>('PRAGMA page_count').values()[0]?.[0])
    db.run(`PRAGMA max_page_count = ${pages}`)
    const big = 'x'.repeat(100_000)
    expect(await full(group.write([note(1), note(2, big)]))).toBe(true)
    expect(count()).toBe(0)
    expect(await group.write([note(3)])).toBe('done')
    db.run('PRAGMA max_page_count = 100000')
    expect(await group.write([note(4, big)])).toBe('done')
  })
})

test('a group that is closed commits what waits and refuses what comes', async () => {
  const { group, count } = open()
  const last = group.write([note(1)])
  group.close()
  expect(await last).toBe('done')
  await expect(group.write([note(2)])).rejects.toThrow('closed')
  expect(count()).toBe(1)
})
