import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { sqliteMigrations } from '../../src/store/migrate/migrations'
import { pendingMigrations } from '../../src/store/open-store'
import { openSqlite } from '../../src/store/sqlite'
import { applyPragmas } from '../../src/store/sqlite/pragmas'
import { scratchFolder, spawnProgram, waitFor } from '../support/programs'
import { saying } from '../support/turns'
import { openSqliteAt } from './open'

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** A process that opens the file and holds it. */
const holder = async (path: string) => {
  const child = spawnProgram(process.execPath, [join(import.meta.dir, 'children/hold.ts'), path])
  await waitFor('the file to be held', () => child.output().includes('held'))
  return child
}

describe('the file', () => {
  test('and its folder are for their owner alone', async () => {
    const folder = join(scratchFolder(), 'data')
    const store = await openSqliteAt(join(folder, 'desk.db'))
    await store.turns.commit(saying('lamp', 1))
    expect(mode(folder)).toBe('700')
    for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm', 'desk.db.lock']) {
      expect(mode(join(folder, name))).toBe('600')
    }
    await store.close()
  })

  test('in a folder that others can look into is told about', async () => {
    const folder = join(scratchFolder(), 'open')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    const lines: string[] = []
    const log = openLog('warn', (line) => lines.push(line))
    const store = await openSqlite({ path: join(folder, 'desk.db'), clock: systemClock, log })
    await store.close()
    expect(lines.join()).toContain('Others on this machine can look into the data folder')
  })

  test('is worked with as it must be, or not at all', async () => {
    const db = new Database(join(scratchFolder(), 'desk.db'))
    applyPragmas(db)
    const value = (name: string) => Object.values(db.query(`PRAGMA ${name}`).get() ?? {})[0]
    expect(value('journal_mode')).toBe('wal')
    expect(value('synchronous')).toBe(2)
    expect(value('foreign_keys')).toBe(1)
    expect(value('trusted_schema')).toBe(0)
    db.close()
    // A database in memory has no write-ahead log to take.
    expect(() => applyPragmas(new Database(':memory:'))).toThrow('PRAGMA journal_mode = wal')
  })

  test('is small again when nothing was written for a moment', async () => {
    const path = join(scratchFolder(), 'desk.db')
    const store = await openSqliteAt(path)
    await store.turns.commit(saying('lamp', 1))
    expect((await store.health()).walBytes).toBeGreaterThan(0)
    await waitFor('the log to be folded in', async () => (await store.health()).walBytes === 0)
    await store.turns.commit(saying('lamp', 2))
    await store.close()
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0)
  })
})

describe('one process', () => {
  test('works with a file; another is told which', async () => {
    const path = join(scratchFolder(), 'desk.db')
    const owner = await holder(path)
    await expect(openSqliteAt(path)).rejects.toThrow(`in use by process ${owner.pid}`)
    owner.kill()
    await owner.exited
  })

  test('that was killed blocks nobody, and keeps nothing of what it had', async () => {
    const path = join(scratchFolder(), 'desk.db')
    for (let round = 1; round <= 3; round++) {
      const owner = await holder(path)
      owner.kill('SIGKILL')
      await owner.exited
    }
    const store = await openSqliteAt(path)
    expect((await store.turns.load('conversation:held'))?.version).toBe(3)
    await store.close()
  })

  test('opens a file once, and again after it closed it', async () => {
    const path = join(scratchFolder(), 'desk.db')
    const store = await openSqliteAt(path)
    await expect(openSqliteAt(path)).rejects.toThrow(`in use by process ${process.pid}`)
    const other = spawnProgram(process.execPath, [join(import.meta.dir, 'children/hold.ts'), path])
    expect(await other.exited).not.toBe(0)
    expect(other.output()).toContain(`in use by process ${process.pid}`)
    await store.close()
    await (await openSqliteAt(path)).close()
  })
})

describe('a store opened to read', () => {
  const read = (path: string) =>
    openSqlite({ path, clock: systemClock, log: openLog('silent'), readOnly: true })

  test('looks beside one that runs and writes nothing', async () => {
    const path = join(scratchFolder(), 'desk.db')
    const store = await openSqliteAt(path)
    const reader = await read(path)
    await store.turns.commit(saying('lamp', 1))
    expect((await reader.turns.load('conversation:lamp'))?.version).toBe(1)
    await expect(reader.turns.commit(saying('lamp', 2))).rejects.toThrow('opened to read')
    await expect(reader.accounts.clearAttempts('ana')).rejects.toThrow()
    await reader.close()
    expect(await store.turns.commit(saying('lamp', 2))).toBe('done')
    await store.close()
  })

  test('makes nothing', async () => {
    const dataDir = scratchFolder()
    await expect(read(join(dataDir, 'desk.db'))).rejects.toThrow('not up to date')
    const url = `sqlite:${join(dataDir, 'desk.db')}`
    expect(await pendingMigrations({ url, dataDir })).toEqual(
      sqliteMigrations.map(({ name }) => name),
    )
    expect(existsSync(join(dataDir, 'desk.db'))).toBe(false)
  })
})

test('a store that is closed says so', async () => {
  const store = await openSqliteAt(join(scratchFolder(), 'desk.db'))
  const last = store.turns.commit(saying('lamp', 1))
  await store.close()
  await store.close()
  expect(await last).toBe('done')
  await expect(store.turns.commit(saying('lamp', 2))).rejects.toThrow('closed')
  await expect(store.turns.load('conversation:lamp')).rejects.toThrow('closed')
  await expect(store.ping()).rejects.toThrow('closed')
})
