import type { Clock } from '../../clock'
import { type Migration, migrate } from '../migrate'
import { retryCollisions } from '../mysql/collisions'
import { connectionsTo } from '../mysql/connections'
import { mysqlMigrator } from '../mysql/migrator'
import { fromCell, isDumped, type Load, quoted, type Row } from './dump'
import { RESTORING } from './marks'
import { borrowed, dumpOver, type Run, runOn } from './mysql-dump'

/** Text of one statement, bytes: a quarter of what a server takes that nobody has set. */
const STATEMENT_BYTES = 4 * 1024 * 1024

export type MysqlLoadOptions = {
  url: string
  /** Those that what is loaded was made by. */
  migrations: readonly Migration[]
  clock: Clock
}

/**
 * Fills a database that has no desk in it. A mark says that it is not whole until it is; no desk
 * opens there before, and who restores again begins anew. Throws one sentence when there is a desk.
 */
export const openMysqlLoad = async ({
  url,
  migrations,
  clock,
}: MysqlLoadOptions): Promise<Load> => {
  const { connection, giveBack } = await borrowed(connectionsTo(url, { connectionLimit: 1 }))
  const again = retryCollisions(clock)
  const plain = runOn(connection)
  const run: Run = (sql, values) => again(() => plain(sql, values))
  const migrator = mysqlMigrator(connection, clock.now, { severalWriters: false, again })
  try {
    const ran = await migrator.ran()
    if (ran.length > 0) await proveEmpty(run)
    await migrate(migrator, migrations)
    await set(run, RESTORING, String(clock.now()))
  } catch (problem) {
    await giveBack()
    throw problem
  }
  return {
    begin: async ({ name }) => {
      const but = name === 'settings' ? ` WHERE name <> '${RESTORING}'` : ''
      await run(`DELETE FROM ${quoted(name)}${but}`)
    },
    insert: async ({ name, columns }, rows) => {
      const into = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES ?`
      for (const some of lumps(rows)) await run(into, [some.map((row) => row.map(fromCell))])
    },
    set: (name, value) => set(run, name, value),
    dump: () =>
      dumpOver(
        run,
        migrations.map(({ name }) => name),
        async () => {},
      ),
    finish: async () => {
      await set(run, RESTORING, null)
      await giveBack()
    },
    abandon: giveBack,
  }
}

/** A desk has people or has said something; one that was never opened has neither. */
const proveEmpty = async (run: Run) => {
  const [mark] = await run('SELECT value FROM settings WHERE name = ?', [RESTORING])
  if (mark) return clear(run)
  for (const table of ['accounts', 'journal']) {
    const [found] = await run(`SELECT 1 FROM ${table} LIMIT 1`)
    if (found)
      throw new Error(
        'There is a desk in this database already: make an empty one and name it in DATABASE_URL',
      )
  }
}

/** What a restore has left that was cut short. */
const clear = async (run: Run) => {
  const tables = await run(
    'SELECT CONVERT(TABLE_NAME USING utf8mb4) AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
  )
  for (const { name } of tables as { name: string }[]) {
    if (name === 'file_pieces') await run('DELETE FROM file_pieces')
    else if (isDumped(name) && name !== 'settings') await run(`DELETE FROM ${quoted(name)}`)
  }
}

const set = async (run: Run, name: string, value: string | null) => {
  if (value === null) await run('DELETE FROM settings WHERE name = ?', [name])
  else
    await run(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)',
      [name, value],
    )
}

/** As many rows as one statement holds. */
function* lumps(rows: readonly Row[]): Generator<readonly Row[]> {
  let [from, bytes] = [0, 0]
  for (const [n, row] of rows.entries()) {
    const own = JSON.stringify(row).length * 2
    if (n > from && bytes + own > STATEMENT_BYTES) {
      yield rows.slice(from, n)
      from = n
      bytes = 0
    }
    bytes += own
  }
  if (from < rows.length) yield rows.slice(from)
}
