// Makes a migration out of what was changed in src/store/tables: its SQL for both databases, and
// its place in src/store/migrate/migrations.ts. As `npm run migration NAME`. One that only changes rows is
// made empty, to be written by hand: `npm run migration NAME -- --rows`.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dialects = ['sqlite', 'mysql']
const list = join(root, 'src/store/migrate/migrations.ts')

const fail = (why) => {
  console.error(`migration: ${why}`)
  process.exit(1)
}

const run = (program, ...args) => {
  const { status } = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) fail(`${program} ${args.join(' ')} ended with ${status}`)
}

/** Names of the migrations of a database, in the order they run. */
const namesOf = (dialect) => {
  const journal = join(root, 'migrations', dialect, 'meta/_journal.json')
  return existsSync(journal)
    ? JSON.parse(readFileSync(journal, 'utf8')).entries.map(({ tag }) => tag)
    : []
}

const generate = (dialect, name, ofRows) => {
  const before = namesOf(dialect).length
  const schema = `src/store/${dialect}/drizzle-kit.ts`
  const out = `migrations/${dialect}`
  run(
    'drizzle-kit',
    'generate',
    `--dialect=${dialect}`,
    `--schema=${schema}`,
    `--out=${out}`,
    `--name=${name}`,
    ...(ofRows ? ['--custom'] : []),
  )
  if (namesOf(dialect).length === before) fail(`the tables say nothing new for ${dialect}`)
}

/**
 * drizzle-kit makes a table of SQLite anew when its checks change, and copies into it the columns
 * that are only just coming too; SQLite takes such a name for a text. Only what was there is copied.
 */
const mendCopies = () => {
  const [last, added] = namesOf('sqlite').slice(-2)
  if (added === undefined) return
  const folder = join(root, 'migrations/sqlite')
  const snapshot = join(folder, 'meta', `${last.split('_')[0]}_snapshot.json`)
  const { tables } = JSON.parse(readFileSync(snapshot, 'utf8'))
  const file = join(folder, `${added}.sql`)
  const copies = /(INSERT INTO `__new_(\w+)`)\(.*?\) SELECT (.*?) FROM/g
  const mended = readFileSync(file, 'utf8').replace(copies, (_copy, insert, table, columns) => {
    const there = columns.split(', ').filter((name) => tables[table].columns[name.slice(1, -1)])
    return `${insert}(${there.join(', ')}) SELECT ${there.join(', ')} FROM`
  })
  writeFileSync(file, mended)
}

/** What SQLite finds words in is a table of its own kind, which drizzle-kit has no word for. */
const makeVirtual = () => {
  const file = join(root, 'migrations/sqlite', `${namesOf('sqlite').at(-1)}.sql`)
  const table = /CREATE TABLE `search_words` \([^;]*\);/
  const virtual =
    'CREATE VIRTUAL TABLE `search_words` USING fts5(\n' +
    "\tword, content='', contentless_delete=1, detail=none, tokenize=\"ascii tokenchars '_'\"\n);"
  writeFileSync(file, readFileSync(file, 'utf8').replace(table, virtual))
}

const variable = (dialect, name) => `${dialect}${name.split('_')[0]}`

const importsOf = (dialect) =>
  namesOf(dialect).map(
    (name) =>
      `import ${variable(dialect, name)} from '../../../migrations/${dialect}/${name}.sql' with { type: 'text' }`,
  )

const listOf = (dialect) => [
  `export const ${dialect}Migrations: readonly Migration[] = [`,
  ...namesOf(dialect).map((name) => `{ name: '${name}', sql: ${variable(dialect, name)} },`),
  ']',
]

const [name, flag] = process.argv.slice(2)
if (flag !== undefined && flag !== '--rows') fail(`there is no ${flag}`)
if (!/^[a-z][a-z0-9_]*$/.test(name ?? ''))
  fail('give it a name of small letters: npm run migration NAME')
for (const dialect of dialects) generate(dialect, name, flag === '--rows')
mendCopies()
makeVirtual()
if (String(namesOf('sqlite')) !== String(namesOf('mysql')))
  fail('the databases differ in migrations')
const lines = [
  ...dialects.toSorted().flatMap(importsOf),
  "import type { Migration } from '../migrate'",
  '',
  '/**',
  ' * In the order they run, part of the program. Written by `npm run migration NAME` after a change of',
  ' * the tables. One that was released is never edited; until there is a release all are one, made',
  ' * anew when the folder `migrations` was emptied.',
  ' */',
  ...listOf('sqlite'),
  ...listOf('mysql'),
]
writeFileSync(list, `${lines.join('\n')}\n`)
run('biome', 'check', '--write', list)
