import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pendingMigrations } from '../../src/store/open-store'
import { APPLICATION_ID } from '../../src/store/sqlite/ours'
import { findProgram, scratchFolder } from '../support/programs'
import { saying } from '../support/turns'
import { openSqliteAt } from './open'

const make = (path: string, ...statements: string[]) => {
  const db = new Database(path)
  for (const statement of statements) db.run(statement)
  db.close()
}

/** A desk's file that was closed in order. */
const makeOurs = async (path: string) => {
  const store = await openSqliteAt(path)
  await store.turns.commit(saying('lamp', 1))
  await store.close()
}

/** Files that are none of ours, and what is said of each. */
const strangers: [what: string, make: (path: string) => void | Promise<void>, says: RegExp][] = [
  ['a text', (path) => writeFileSync(path, 'Dear Ana,\n'.repeat(300)), /is no database/],
  ['a short text', (path) => writeFileSync(path, 'x'), /is no database/],
  [
    'a file that was cut off',
    async (path) => {
      await makeOurs(path)
      truncateSync(path, 10_000)
    },
    /is cut short.*restore the newest backup/,
  ],
  [
    'a file of which only the beginning is left',
    async (path) => {
      await makeOurs(path)
      truncateSync(path, 60)
    },
    /is cut short/,
  ],
  [
    "another program's file",
    (path) => make(path, 'PRAGMA application_id = 1196444487', 'CREATE TABLE layers (id INTEGER)'),
    /another program \(its application id is 1196444487\)/,
  ],
  [
    'a file with accounts of its own',
    (path) => make(path, 'CREATE TABLE accounts (id INTEGER, email TEXT)'),
    /another program \(it has a table accounts\)/,
  ],
  [
    'the same, written ahead',
    (path) => make(path, 'PRAGMA journal_mode = WAL', 'CREATE TABLE accounts (id INTEGER)'),
    /another program \(it has a table accounts\)/,
  ],
  [
    'a file with migrations of its own',
    (path) =>
      make(
        path,
        'CREATE TABLE migrations (id INTEGER, name TEXT, batch INTEGER)',
        "INSERT INTO migrations VALUES (1, '0000_desk', 1)",
      ),
    /another program \(it has a table migrations\)/,
  ],
  [
    'a file with migrations of its own that have checksums too',
    (path) =>
      make(
        path,
        'CREATE TABLE migrations (name TEXT, checksum TEXT, finished INTEGER)',
        "INSERT INTO migrations VALUES ('0000_desk', 'f00', 1)",
      ),
    /another program \(it has a table migrations\)/,
  ],
  [
    'a file whose migrations are a view',
    (path) =>
      make(
        path,
        "CREATE VIEW migrations AS SELECT '0000_desk' AS name, 'f00' AS checksum, 1 AS done, 1 AS at",
      ),
    /another program \(it has a view migrations\)/,
  ],
  [
    'a file with our columns, and another migration by the name of ours',
    (path) =>
      make(
        path,
        'CREATE TABLE migrations (name TEXT, checksum TEXT, done INTEGER, at INTEGER)',
        "INSERT INTO migrations VALUES ('0000_desk', 'f00', 1, 1)",
      ),
    /another program \(it has a table migrations\)/,
  ],
  [
    'a file with a view and nothing else',
    (path) => make(path, 'CREATE VIEW answer AS SELECT 42 AS answer'),
    /another program \(it has a view answer\)/,
  ],
  [
    'a file without tables that somebody has marked',
    (path) => make(path, 'PRAGMA user_version = 7'),
    /another program \(its user_version is 7\)/,
  ],
]

describe('what is not ours is refused with its path, and no byte of it is changed', () => {
  test.each(strangers)('%s', async (_, make, says) => {
    const folder = scratchFolder()
    const path = join(folder, 'some.db')
    await make(path)
    writeFileSync(`${path}.lock`, 'of whoever wrote the file')
    const before = readFileSync(path)
    const [{ mode }, beside] = [statSync(path), readdirSync(folder)]
    const url = `sqlite:${path}`
    const looks = () => pendingMigrations({ url, dataDir: folder })
    for (const open of [() => openSqliteAt(path), looks]) {
      const refused = await open().catch((problem: Error) => problem)
      expect(refused).toBeInstanceOf(Error)
      expect(String(refused)).toContain(path)
      expect(String(refused)).toMatch(says)
    }
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(statSync(path).mode).toBe(mode)
    expect(readdirSync(folder)).toEqual(beside)
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe('of whoever wrote the file')
  })

  test('a page of ours that is no longer sound is told with its path', async () => {
    const path = join(scratchFolder(), 'desk.db')
    await makeOurs(path)
    const bytes = readFileSync(path)
    bytes.fill(0xff, 100, 8192)
    writeFileSync(path, bytes)
    await expect(openSqliteAt(path)).rejects.toThrow(`${path} is damaged`)
  })
})

/** Runs a program that makes something in the file system; false where it may not. */
const madeBy = (program: string, ...args: string[]) => {
  const command = findProgram(program)
  return command !== undefined && spawnSync(command, args).status === 0
}
/** The device of nothing, by its numbers. */
const NULL_DEVICE = ['c', '1', '3']

describe('what is no file is refused by its kind, and stays as it is', () => {
  test.each<[what: string, make: (path: string) => boolean]>([
    ['a pipe (FIFO)', (path) => madeBy('mkfifo', '-m', '644', path)],
    ['a device', (path) => madeBy('mknod', '-m', '666', path, ...NULL_DEVICE)],
    ['a folder', (path) => mkdirSync(path, { mode: 0o755, recursive: true }) !== undefined],
  ])('%s', async (what, make) => {
    const folder = scratchFolder()
    const thing = join(folder, 'thing')
    if (!make(thing)) return
    const link = join(folder, 'desk.db')
    symlinkSync(thing, link)
    const before = statSync(thing)
    for (const path of [thing, link]) {
      const says = `${path} is ${what}, and a file is needed there`
      await expect(openSqliteAt(path)).rejects.toThrow(says)
      await expect(pendingMigrations({ url: `sqlite:${path}`, dataDir: folder })).rejects.toThrow(
        says,
      )
    }
    const { mode, mtimeMs, ctimeMs } = statSync(thing)
    expect({ mode, mtimeMs, ctimeMs }).toEqual({
      ...{ mode: before.mode, mtimeMs: before.mtimeMs, ctimeMs: before.ctimeMs },
    })
    expect(readdirSync(folder).toSorted()).toEqual(['desk.db', 'thing'])
  })

  test('nor beside it', async () => {
    const path = join(scratchFolder(), 'desk.db')
    await makeOurs(path)
    mkdirSync(`${path}-journal`)
    const says = `${path}-journal is a folder, and a file is needed there`
    await expect(openSqliteAt(path)).rejects.toThrow(says)
  })
})

describe('what is ours, or nobody’s', () => {
  const idOf = (path: string) => readFileSync(path).readUInt32BE(68)

  test('carries our mark from the first start', async () => {
    const path = join(scratchFolder(), 'desk.db')
    await makeOurs(path)
    expect(idOf(path)).toBe(APPLICATION_ID)
    expect(Buffer.from('Bell').readUInt32BE()).toBe(APPLICATION_ID)
  })

  test.each([
    ['an empty file', (path: string) => writeFileSync(path, '')],
    ['a database without anything', (path: string) => make(path, 'VACUUM')],
  ])('%s is taken', async (_, make) => {
    const path = join(scratchFolder(), 'desk.db')
    make(path)
    await makeOurs(path)
    expect(idOf(path)).toBe(APPLICATION_ID)
  })

  test('a desk from before there was a mark is known by its migrations, and marked', async () => {
    const path = join(scratchFolder(), 'desk.db')
    await makeOurs(path)
    make(path, 'PRAGMA application_id = 0')
    expect(await pendingMigrations({ url: `sqlite:${path}`, dataDir: '.' })).toEqual([])
    const store = await openSqliteAt(path)
    expect((await store.turns.load('conversation:lamp'))?.version).toBe(1)
    await store.close()
    expect(idOf(path)).toBe(APPLICATION_ID)
  })
})
