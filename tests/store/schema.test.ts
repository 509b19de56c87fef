import { expect, test } from 'bun:test'
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { statementsIn } from '../../src/store/migrate'
import { mysqlMigrations, sqliteMigrations } from '../../src/store/migrate/migrations'
import { scratchFolder, spawnProgram } from '../support/programs'

/** What drizzle-kit would add to a copy of the committed migrations. */
const generate = async (dialect: string) => {
  const folder = scratchFolder()
  cpSync(resolve('migrations', dialect), join(folder, dialect), { recursive: true })
  const kit = spawnProgram(
    resolve('node_modules/.bin/drizzle-kit'),
    [
      ...['generate', '--dialect', dialect, '--name', 'more'],
      ...['--schema', resolve(`src/store/${dialect}/drizzle-kit.ts`), '--out', dialect],
    ],
    { cwd: folder },
  )
  expect(await kit.exited).toBe(0)
  return kit.output()
}

test.each(['sqlite', 'mysql'])(
  'the committed SQL for %s is what the schema says',
  async (dialect) => {
    expect(await generate(dialect)).toContain('No schema changes')
  },
  30_000,
)

test('both databases have the same migrations and tables', () => {
  const tables = (sql: string) =>
    [...sql.matchAll(/CREATE (?:VIRTUAL )?TABLE `(?!__new_)(\w+)`/g)].map(([, name]) => name)
  expect(mysqlMigrations.map(({ name }) => name)).toEqual(sqliteMigrations.map(({ name }) => name))
  for (const [n, migration] of sqliteMigrations.entries()) {
    expect(tables(mysqlMigrations[n]?.sql ?? '')).toEqual(tables(migration.sql))
    expect(statementsIn(migration).length).toBeGreaterThan(0)
  }
})
