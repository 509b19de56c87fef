import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '../../src/store/migrate'
import { sqliteMigrations } from '../../src/store/migrate/migrations'
import { sqliteMigrator } from '../../src/store/sqlite/migrator'
import { markOurs } from '../../src/store/sqlite/ours'
import { runHere } from '../cli/terminal'
import { scratchFolder } from '../support/programs'
import { fill, killed, ROWS, rowsIn } from './killed-commands'

test('a migration copies the file before it, and whenever it is killed all that was there is there', async () => {
  const made = scratchFolder()
  const path = join(made, 'bellhop.db')
  const old = new Database(path)
  const some = sqliteMigrations.slice(0, -3)
  await migrate(
    sqliteMigrator(old, () => 1),
    some,
  )
  markOurs(old)
  old.close()
  fill(path)
  const next = sqliteMigrations[some.length]?.name
  const copy = `${path}.before-${next}`
  const args = ['migrate', '--data', made]
  const kills: boolean[] = []
  for (const seen of [() => existsSync(`${copy}.part`), () => existsSync(copy)]) {
    kills.push(await killed(args, seen, 0))
    expect(rowsIn(path)).toBe(ROWS)
    if (existsSync(copy)) expect(rowsIn(copy)).toBe(ROWS)
  }
  expect(kills).toContain(true)
  expect((await runHere(args)).code).toBe(0)
  expect(rowsIn(path)).toBe(ROWS)
  // The copy is of the state before, and opens in the version that made it.
  expect(rowsIn(copy)).toBe(ROWS)
  const db = new Database(copy, { readonly: true })
  const ran = db.query<[string], []>('SELECT name FROM migrations ORDER BY name').values()
  expect(ran.map(([name]) => name)).toEqual(some.map(({ name }) => name))
  db.close()
  expect(readdirSync(made).filter((name) => name.endsWith('.part'))).toEqual([])
}, 90_000)

test('who has no room for a copy goes without, and one of the update before is taken away by the next', async () => {
  const data = scratchFolder()
  const path = join(data, 'bellhop.db')
  const upTo = async (count: number) => {
    const db = new Database(path)
    await migrate(
      sqliteMigrator(db, () => 1),
      sqliteMigrations.slice(0, count),
    )
    markOurs(db)
    db.close()
  }
  const copies = () => readdirSync(data).filter((name) => name.includes('.before-'))
  await upTo(sqliteMigrations.length - 2)
  await Bun.write(`${path}.before-0001_changes`, 'of an update long ago')
  expect((await runHere(['migrate', '--no-copy', '--data', data])).code).toBe(0)
  expect(copies()).toEqual(['bellhop.db.before-0001_changes'])
  const other = scratchFolder()
  const again = new Database(join(other, 'bellhop.db'))
  await migrate(
    sqliteMigrator(again, () => 1),
    sqliteMigrations.slice(0, -1),
  )
  markOurs(again)
  again.close()
  await Bun.write(join(other, 'bellhop.db.before-0001_changes'), 'of an update long ago')
  expect((await runHere(['migrate', '--data', other])).code).toBe(0)
  const [last] = sqliteMigrations.slice(-1)
  expect(readdirSync(other).filter((name) => name.includes('.before-'))).toEqual([
    `bellhop.db.before-${last?.name}`,
  ])
})

test('a backup of a database of an older version is taken as it is, restored so, and brought up to date after that', async () => {
  const data = scratchFolder()
  const path = join(data, 'bellhop.db')
  const old = new Database(path)
  const some = sqliteMigrations.slice(0, -3)
  await migrate(
    sqliteMigrator(old, () => 1),
    some,
  )
  markOurs(old)
  old.close()
  fill(path)
  const file = join(scratchFolder(), 'old.tar')
  expect((await runHere(['backup', file, '--data', data])).code).toBe(0)
  expect((await runHere(['migrate', '--dry-run', '--data', data])).out).toContain('Would run')
  expect((await runHere(['verify', file])).code).toBe(0)
  const elsewhere = join(scratchFolder(), 'data')
  expect((await runHere(['restore', file, '--data', elsewhere])).code).toBe(0)
  const last = sqliteMigrations.at(-1)?.name ?? ''
  const dry = await runHere(['migrate', '--dry-run', '--data', elsewhere])
  expect(dry.out).toBe(
    `Would run: ${sqliteMigrations
      .slice(-3)
      .map(({ name }) => name)
      .join(', ')}`,
  )
  expect((await runHere(['migrate', '--data', elsewhere])).out).toContain(last)
  expect(rowsIn(join(elsewhere, 'bellhop.db'))).toBe(ROWS)
}, 60_000)
