import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { migrate } from '../../src/store/migrate'
import { sqliteMigrator } from '../../src/store/sqlite/migrator'
import { scratchFolder, spawnProgram } from '../support/programs'

/** A copy of all that the command reads and writes. */
const copyOfTree = () => {
  const folder = scratchFolder()
  for (const part of ['.ci', 'actors', 'migrations', 'src', 'biome.json', 'package.json'])
    cpSync(resolve(part), join(folder, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const run = async (...args: string[]) => {
    const program = spawnProgram(process.execPath, ['.ci/migration.mjs', ...args], { cwd: folder })
    return { status: await program.exited, output: program.output() }
  }
  return { folder, read, run }
}

test('a migration is made for both databases and takes its place in the program', async () => {
  const { folder, read, run } = copyOfTree()
  const tables = 'src/store/tables/nodes.ts'
  const more = "beatAt: c.time('beat_at').notNull(),\n    region: c.id('region'),"
  writeFileSync(join(folder, tables), read(tables).replace(/beatAt: .*/, more))
  const before = (await import(join(folder, 'src/store/migrate/migrations.ts'))).sqliteMigrations
  expect((await run('regions')).status).toBe(0)
  const name = `${String(before.length).padStart(4, '0')}_regions`
  const lists = await import(join(folder, 'src/store/migrate/migrations.ts?after'))
  for (const list of [lists.sqliteMigrations, lists.mysqlMigrations]) {
    expect(list).toHaveLength(before.length + 1)
    expect(list.at(-1).name).toBe(name)
    expect(list.at(-1).sql).toContain('region')
  }
  const db = new Database(':memory:')
  const migrator = sqliteMigrator(db, () => 0)
  await migrate(migrator, before)
  db.run("INSERT INTO nodes (node, beat_at) VALUES ('east', 7)")
  await migrate(migrator, lists.sqliteMigrations)
  const kept = { node: 'east', beat_at: 7, region: null }
  expect(db.query<typeof kept, []>('SELECT * FROM nodes').all()).toEqual([kept])
}, 60_000)

test('without a change or without a name it says so, and changes nothing', async () => {
  const { read, run } = copyOfTree()
  const list = read('src/store/migrate/migrations.ts')
  const idle = await run('nothing')
  expect(idle.status).toBe(1)
  expect(idle.output).toContain('nothing new for sqlite')
  expect((await run()).status).toBe(1)
  expect((await run('Two words')).status).toBe(1)
  expect(read('src/store/migrate/migrations.ts')).toBe(list)
}, 60_000)
