import type { PoolConnection } from 'mysql2'
import { ask } from '../mysql/ask'
import { type Connections, connectionsTo } from '../mysql/connections'
import { mysqlMigrator } from '../mysql/migrator'
import { batchOf, type Cell, type Dump, type DumpTable, isDumped, quoted, toCell } from './dump'

/** Beyond what any statement of it takes: a page of rows of a server that is busy, ms. */
const STATEMENT_MS = 60_000

/** One statement on the connection of a dump or of what is loaded. */
export type Run = (sql: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>

export const runOn =
  (connection: PoolConnection): Run =>
  async (sql, values = []) => {
    const [rows] = await ask(connection, { sql, values: [...values] }, { ms: STATEMENT_MS })
    return rows as Record<string, unknown>[]
  }

/**
 * What a database holds, at one moment for all tables: a consistent snapshot of InnoDB, which keeps
 * nobody from writing. Throws a sentence that names the server.
 */
export const openMysqlDump = async (url: string): Promise<Dump> => {
  const connections = connectionsTo(url, { connectionLimit: 1 }, 'read')
  const { connection, giveBack } = await borrowed(connections)
  try {
    const run = runOn(connection)
    const ran = await mysqlMigrator(connection, () => 0).ran()
    await run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    await run('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY')
    return await dumpOver(
      run,
      ran.map(({ name }) => name),
      async () => {
        await run('ROLLBACK').catch(() => {})
        await giveBack()
      },
    )
  } catch (problem) {
    await giveBack()
    throw problem
  }
}

/** The one connection that they are, for as long as it is needed. */
export const borrowed = async (connections: Connections) => {
  const lent = Promise.withResolvers<PoolConnection>()
  const over = Promise.withResolvers<void>()
  const whole = connections.lend(async (connection) => {
    lent.resolve(connection)
    await over.promise
  })
  whole.catch(lent.reject)
  const connection = await lent.promise.catch(async (problem) => {
    await connections.close()
    throw problem
  })
  const giveBack = async () => {
    over.resolve()
    await whole.catch(() => {})
    await connections.close()
  }
  return { connection, giveBack }
}

/** The same over a connection; `end` is what is done when it is closed. */
export const dumpOver = async (
  run: Run,
  migrations: readonly string[],
  end: () => Promise<void>,
): Promise<Dump> => ({
  ...{ dialect: 'mysql', migrations, tables: await tablesOf(run), close: end },
  rows: (table) => rowsOf(run, table),
  async *pieces(file) {
    for (let nth = 0; ; nth += 1) {
      const [piece] = await run('SELECT bytes FROM file_pieces WHERE file = ? AND nth = ?', [
        file,
        nth,
      ])
      if (!piece) return
      yield piece.bytes as Uint8Array
    }
  },
  setting: async (name) => {
    const [found] = await run('SELECT value FROM settings WHERE name = ?', [name])
    return found && String(found.value)
  },
})

const COLUMNS = `SELECT CONVERT(TABLE_NAME USING utf8mb4) AS name,
  CONVERT(COLUMN_NAME USING utf8mb4) AS \`column\`, CONVERT(DATA_TYPE USING utf8mb4) AS type
  FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()`

const KEYS = `SELECT CONVERT(TABLE_NAME USING utf8mb4) AS name,
  CONVERT(COLUMN_NAME USING utf8mb4) AS \`column\`
  FROM information_schema.KEY_COLUMN_USAGE
  WHERE TABLE_SCHEMA = DATABASE() AND CONSTRAINT_NAME = 'PRIMARY' ORDER BY ORDINAL_POSITION`

const tablesOf = async (run: Run): Promise<DumpTable[]> => {
  const columns = (await run(COLUMNS)) as { name: string; column: string; type: string }[]
  const keys = (await run(KEYS)) as { name: string; column: string }[]
  const names = [...new Set(columns.map(({ name }) => name))].filter(isDumped)
  return names.toSorted().map((name) => {
    const own = columns.filter((one) => one.name === name)
    return {
      name,
      columns: own.map(({ column }) => column).toSorted(),
      keys: keys.filter((one) => one.name === name).map(({ column }) => column),
      bytes: own.filter(({ type }) => /blob$/i.test(type)).map(({ column }) => column),
    }
  })
}

async function* rowsOf(run: Run, table: DumpTable) {
  const columns = table.columns.map(quoted).join(', ')
  const keys = table.keys.map(quoted).join(', ')
  const isBytes = table.columns.map((column) => table.bytes.includes(column))
  const size = batchOf(table)
  let last: unknown[] | undefined
  for (;;) {
    const { where, values } = last ? beyond(table.keys, last) : { where: '', values: [] }
    const rows = await run(
      `SELECT ${columns} FROM ${quoted(table.name)} ${where} ORDER BY ${keys} LIMIT ${size}`,
      values,
    )
    if (rows.length > 0)
      yield rows.map((row): Cell[] =>
        table.columns.map((column, n) => toCell(row[column], isBytes[n] ?? false)),
      )
    if (rows.length < size) return
    const end = rows.at(-1) ?? {}
    last = table.keys.map((key) => end[key])
  }
}

/** Rows behind one with these keys, in words that MySQL reads an index by. */
const beyond = (keys: readonly string[], last: readonly unknown[]) => {
  const names = keys.map(quoted)
  const one = (n: number) => [...names.slice(0, n).map((key) => `${key} = ?`), `${names[n]} > ?`]
  const ors = names.map((_, n) => `(${one(n).join(' AND ')})`)
  return {
    where: `WHERE ${ors.join(' OR ')}`,
    values: names.flatMap((_, n) => last.slice(0, n + 1)),
  }
}
