import { describe, expect, test } from 'bun:test'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openSqlite, pendingSqlite, proveSqlite } from '../../src/store/sqlite'
import { findProgram, scratchFolder, spawnProgram, waitFor } from '../support/programs'
import { canMount, mountAgain } from '../support/small-disk'
import { saying } from '../support/turns'
import { openSqliteAt } from './open'

/** A process that opens the file and holds it, `within` another program that starts it. */
const holder = async (path: string, within: string[] = []) => {
  const [command = '', ...args] = [...within, process.execPath, ...script(path)]
  const child = spawnProgram(command, args)
  await waitFor('the file to be held', () => child.output().includes('held'), 15_000)
  return child
}
const script = (path: string) => [join(import.meta.dir, 'children/hold.ts'), path]

/** A file, and a process that has it open. */
const heldFile = async () => {
  const folder = scratchFolder()
  const path = join(folder, 'desk.db')
  return { folder, path, owner: await holder(path) }
}

/** That who only looks is told the same as who writes, whichever way they look. */
const expectUnread = async (path: string, says: string | RegExp) => {
  const look = { path, clock: systemClock, log: openLog('silent'), readOnly: true }
  await expect(openSqlite(look)).rejects.toThrow(says)
  await expect(pendingSqlite(path)).rejects.toThrow(says)
  expect(() => proveSqlite(path)).toThrow(says)
}

describe('one file is one file', () => {
  test('by a link, by a linked folder, from elsewhere, and by the name it is given later', async () => {
    const { folder, path, owner } = await heldFile()
    const elsewhere = scratchFolder()
    symlinkSync(path, join(elsewhere, 'link.db'))
    symlinkSync(folder, join(elsewhere, 'folder'))
    symlinkSync(join(elsewhere, 'link.db'), join(elsewhere, 'link-to-link.db'))
    for (const name of ['link.db', 'link-to-link.db', 'folder/desk.db', relative(elsewhere, path)])
      await expect(openSqliteAt(join(elsewhere, name))).rejects.toThrow(
        `in use by process ${owner.pid}`,
      )
    renameSync(path, join(folder, 'renamed.db'))
    await expect(openSqliteAt(join(folder, 'renamed.db'))).rejects.toThrow('in use by another')
    expect(existsSync(join(folder, 'renamed.db-wal'))).toBe(false)
    renameSync(join(folder, 'renamed.db'), path)
    owner.kill()
    await owner.exited
    const store = await openSqliteAt(join(elsewhere, 'link-to-link.db'))
    // Its log is beside the file, not beside the link.
    await store.turns.commit(saying('lamp', 1))
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    expect((await store.health()).walBytes).toBeGreaterThan(0)
    await store.close()
  }, 20_000)

  test('by a hard link: it is not opened at all, for its log could be beside the other name', async () => {
    const { folder, path, owner } = await heldFile()
    const other = join(scratchFolder(), 'other.db')
    linkSync(path, other)
    await expect(openSqliteAt(other)).rejects.toThrow('in use by another program')
    owner.kill('SIGKILL')
    await owner.exited
    // What was said last is in the log of the name it was opened by.
    for (const name of [other, path]) {
      await expect(openSqliteAt(name)).rejects.toThrow(/has 2 names .* keep one/)
      await expectUnread(name, /has 2 names .* keep one/)
    }
    expect(readdirSync(dirname(other))).toEqual(['other.db'])
    rmSync(other)
    const store = await openSqliteAt(join(folder, 'desk.db'))
    expect((await store.turns.load('conversation:held'))?.version).toBe(1)
    await store.close()
  }, 20_000)

  test.skipIf(!canMount)(
    'mounted elsewhere, with its folder or alone',
    async () => {
      const { folder, path, owner } = await heldFile()
      const elsewhere = scratchFolder()
      mkdirSync(join(elsewhere, 'data'))
      writeFileSync(join(elsewhere, 'alone.db'), '')
      const whole = mountAgain(folder, join(elsewhere, 'data'))
      const alone = mountAgain(path, join(elsewhere, 'alone.db'))
      try {
        await expect(openSqliteAt(join(elsewhere, 'data/desk.db'))).rejects.toThrow(
          `in use by process ${owner.pid}`,
        )
        await expect(openSqliteAt(join(elsewhere, 'alone.db'))).rejects.toThrow('in use by another')
        owner.kill()
        await owner.exited
        await expect(openSqliteAt(join(elsewhere, 'alone.db'))).rejects.toThrow(
          'is mounted without its folder',
        )
        await expectUnread(join(elsewhere, 'alone.db'), 'is mounted without its folder')
        expect(readdirSync(elsewhere).toSorted()).toEqual(['alone.db', 'data'])
        await (await openSqliteAt(join(elsewhere, 'data/desk.db'))).close()
      } finally {
        alone.end()
        whole.end()
      }
    },
    20_000,
  )

  test('a link that leads nowhere makes nothing', async () => {
    const folder = scratchFolder()
    symlinkSync(join(folder, 'gone', 'desk.db'), join(folder, 'desk.db'))
    await expect(openSqliteAt(join(folder, 'desk.db'))).rejects.toThrow('leads nowhere')
    expect(readdirSync(folder)).toEqual(['desk.db'])
  })

  test('two that start at once: one of them has it', async () => {
    const path = join(scratchFolder(), 'desk.db')
    const both = [1, 2].map(() => spawnProgram(process.execPath, script(path)))
    await waitFor('the first', () => both.some((one) => one.output().includes('held')), 15_000)
    const ends = both.map(async (one) => ((await one.exited) === null ? 'killed' : 'refused'))
    await Promise.race(ends)
    for (const one of both) one.kill()
    expect((await Promise.all(ends)).toSorted()).toEqual(['killed', 'refused'])
    expect(both.map((one) => one.output()).join()).toContain('in use by')
  }, 20_000)
})

describe('who has it is told', () => {
  test('only while they do, and nothing is left when they end', async () => {
    const path = join(scratchFolder(), 'desk.db')
    const store = await openSqliteAt(path)
    expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({
      ...{ pid: process.pid, host: hostname() },
    })
    await store.close()
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test('by no name that is not certain: one that has ended, or a note nobody can read', async () => {
    const { path, owner } = await heldFile()
    const ended = spawnProgram('true', [])
    await ended.exited
    const note = JSON.parse(readFileSync(`${path}.lock`, 'utf8'))
    for (const text of [JSON.stringify({ ...note, pid: ended.pid }), '', '\0SQLite', '{"pid":1}']) {
      writeFileSync(`${path}.lock`, text)
      await expect(openSqliteAt(path)).rejects.toThrow('in use by another program')
    }
    writeFileSync(`${path}.lock`, JSON.stringify({ ...note, host: 'elsewhere' }))
    await expect(openSqliteAt(path)).rejects.toThrow(
      `in use by process ${owner.pid} of another container or host (elsewhere, namespace pid:[`,
    )
    owner.kill()
    await owner.exited
  }, 20_000)

  const inNamespace = [findProgram('unshare') ?? '', '--pid', '--fork', '--mount-proc']
  const canUnshare = inNamespace[0] !== '' && Bun.spawnSync([...inNamespace, 'true']).exitCode === 0
  test.skipIf(!canUnshare)(
    'with their host and namespace when ids mean nothing here',
    async () => {
      const path = join(scratchFolder(), 'desk.db')
      const owner = await holder(path, [...inNamespace, '--kill-child'])
      await expect(openSqliteAt(path)).rejects.toThrow(
        new RegExp(
          `in use by process \\d+ of another container or host \\(${hostname()}, namespace pid:\\[\\d+\\]\\)`,
        ),
      )
      owner.kill()
      await owner.exited
      const free = async () => {
        await (await openSqliteAt(path)).close()
        return true
      }
      await waitFor('the file to come free', free)
    },
    20_000,
  )
})

const LOCKS = '/proc/locks'
test.skipIf(!existsSync(LOCKS))(
  'a second look of this process at a file it has open ends no lock of SQLite on it',
  async () => {
    const path = join(scratchFolder(), 'desk.db')
    const store = await openSqliteAt(path)
    // Without it, whoever else closes the file takes itself for the last, and removes the log.
    const sharedLocks = () => {
      const lines = readFileSync(LOCKS, 'utf8').split('\n')
      return lines.filter((line) => line.includes(`:${statSync(path).ino} `) && /POSIX/.test(line))
    }
    expect(sharedLocks()).toHaveLength(1)
    await expect(openSqliteAt(path)).rejects.toThrow(`in use by process ${process.pid}`)
    const log = openLog('silent')
    await (await openSqlite({ path, clock: systemClock, log, readOnly: true })).close()
    expect(sharedLocks()).toHaveLength(1)
    await store.close()
  },
)
