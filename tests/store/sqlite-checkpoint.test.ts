import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openLog } from '../../src/log'
import { groupOver } from '../../src/store/sqlite/group'
import { applyPragmas } from '../../src/store/sqlite/pragmas'
import { tidier } from '../../src/store/sqlite/tidier'
import { openTestClock } from '../support/clock'
import { scratchFolder, waitFor } from '../support/programs'

const MB = 1024 * 1024
const text = 'x'.repeat(4000)
const insert = { sql: 'INSERT INTO notes (id, text) VALUES (?, ?)' }

const open = () => {
  const path = join(scratchFolder(), 'notes.db')
  const db = new Database(path)
  applyPragmas(db)
  db.run('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
  const testClock = openTestClock()
  const tidy = tidier(db, path, {
    ...{ clock: testClock.clock, log: openLog('error'), failed: (fault) => fault },
  })
  const group = groupOver(db, tidy.wrote)
  let id = 0
  /** So many notes, one page of the log each and more, twenty in a transaction. */
  const write = async (notes: number) => {
    for (let n = 0; n < notes; n += 20)
      await Promise.all(
        Array.from({ length: 20 }, () => {
          id += 1
          return group.write([{ statement: insert, values: [id, text] }])
        }),
      )
  }
  const sizes = () => ({
    file: statSync(path).size,
    log: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
  })
  return { testClock, db, path, tidy, group, write, sizes }
}

test('a log that grows long is folded into the file while writes go on', async () => {
  const { testClock, db, path, tidy, group, write, sizes } = open()
  await write(1_200)
  // Long before SQLite itself would look at it.
  expect(sizes().log).toBeLessThan(8_000 * 4096)
  const folded = () => sizes().file > MB || write(20)
  await waitFor('some of it to be in the file', async () => (await folded()) === true, 10_000)
  await write(12_000)
  expect(sizes().log).toBeLessThan(80 * MB)
  const rested = async () => {
    await testClock.pass(1_000)
    return sizes().log === 0
  }
  await waitFor('the log to be empty at rest', rested, 15_000)
  const count = Number(db.query('SELECT count(*) FROM notes').values()[0]?.[0])
  group.close()
  await tidy.stop()
  db.close()
  const again = new Database(path, { readonly: true })
  expect(again.query('SELECT count(*) FROM notes').values()).toEqual([[count]])
  expect(again.query('PRAGMA integrity_check').values()).toEqual([['ok']])
  again.close()
}, 40_000)

test('it is closed while a pass is under way', async () => {
  const { db, tidy, group, write, sizes } = open()
  await write(4_000)
  group.close()
  await tidy.stop()
  expect(sizes().log).toBe(0)
  db.close()
})
