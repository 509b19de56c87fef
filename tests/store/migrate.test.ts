import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { type Migration, migrate } from '../../src/store/migrate'
import { sqliteMigrations } from '../../src/store/migrate/migrations'
import { pendingMigrations } from '../../src/store/open-store'
import { sqliteMigrator } from '../../src/store/sqlite/migrator'
import { scratchFolder } from '../support/programs'
import { saying } from '../support/turns'
import { openSqliteAt } from './open'

const first: Migration = {
  name: '0001_notes',
  sql: 'CREATE TABLE notes (id INTEGER);\n--> statement-breakpoint\nCREATE INDEX notes_id ON notes (id);',
}
const second: Migration = { name: '0002_more', sql: 'ALTER TABLE notes ADD COLUMN text TEXT;' }
const broken: Migration = {
  name: '0002_more',
  sql: 'ALTER TABLE notes ADD COLUMN text TEXT;\n--> statement-breakpoint\nCREATE TABLE notes (id);',
}

const open = () => {
  const db = new Database(join(scratchFolder(), 'desk.db'))
  const run = (...migrations: Migration[]) =>
    migrate(
      sqliteMigrator(db, () => 1_000),
      migrations,
    )
  const schema = () =>
    db.query<{ sql: string }, []>('SELECT sql FROM sqlite_master ORDER BY name').all()
  return { db, run, schema }
}

describe('migrations on SQLite', () => {
  test('run in order, once', async () => {
    const { run } = open()
    expect(await run(first)).toEqual(['0001_notes'])
    expect(await run(first, second)).toEqual(['0002_more'])
    expect(await run(first, second)).toEqual([])
  })

  test('leave nothing of one that fails, and run it when it can', async () => {
    const { run, schema } = open()
    await run(first)
    const before = schema()
    await expect(run(first, broken)).rejects.toThrow('already exists')
    expect(schema()).toEqual(before)
    expect(await run(first, second)).toEqual(['0002_more'])
  })

  test('of two runners at once one runs them', async () => {
    const { run } = open()
    const ran = await Promise.all([run(first, second), run(first, second)])
    expect(ran.flat().length).toBeGreaterThanOrEqual(2)
    expect(await run(first, second)).toEqual([])
  })

  test('refuse a database made by a newer version', async () => {
    const { run } = open()
    await run(first, second)
    await expect(run(first)).rejects.toThrow('made by a newer version (0002_more)')
  })

  test('refuse one on which another text ran under the same name', async () => {
    const { run } = open()
    await run(first)
    const edited = { ...first, sql: `${first.sql} ` }
    await expect(run(edited)).rejects.toThrow('0001_notes is not the one that ran')
  })
})

describe('the desk’s own migrations on SQLite', () => {
  test('are told before they run', async () => {
    const dataDir = scratchFolder()
    const names = sqliteMigrations.map(({ name }) => name)
    expect(await pendingMigrations({ url: 'sqlite:', dataDir })).toEqual(names)
    const store = await openSqliteAt(join(dataDir, 'bellhop.db'))
    expect(await pendingMigrations({ url: 'sqlite:', dataDir })).toEqual([])
    await store.close()
  })

  test('keep what is there when the desk starts again', async () => {
    const path = join(scratchFolder(), 'desk.db')
    const store = await openSqliteAt(path)
    await store.turns.commit(saying('lamp', 1))
    await store.close()
    const again = await openSqliteAt(path)
    expect((await again.turns.load('conversation:lamp'))?.version).toBe(1)
    await again.close()
  })
})
