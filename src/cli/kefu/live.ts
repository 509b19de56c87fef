import type { Readable } from 'node:stream'
import { createConnection } from 'mysql2'
import { CliError } from '../cli-error'
import { type Cell, type FoundRow, type TableName, tables } from './tables'

/** Rows that are on their way at a time. */
const ROWS_AHEAD = 500

/**
 * Rows of the tables that are wanted, out of a server: as they stand at one moment, read and never
 * written. Throws a sentence without the password where it cannot be read.
 */
export async function* liveRows(url: string): AsyncGenerator<FoundRow> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const database = decodeURIComponent(pathname.slice(1))
  const connection = createConnection({
    ...{ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3306), database },
    ...{ user: decodeURIComponent(username), password: decodeURIComponent(password) },
    // Whatever a column is written in comes as it reads; times and large numbers as they are written.
    ...{ charset: 'utf8mb4', dateStrings: true, supportBigNumbers: true, bigNumberStrings: true },
  })
  // A fault is told by whatever is asked next.
  connection.on('error', () => {})
  const ask = connection.promise()
  try {
    await ask.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    await ask.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY')
    const [found] = await ask.query(
      'SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = ?',
      [database],
    )
    const there = new Set((found as { t: string; c: string }[]).map(({ t, c }) => `${t}.${c}`))
    for (const table of Object.keys(tables) as TableName[]) {
      const wanted = tables[table].filter((column) => there.has(`${table}.${column}`))
      if (wanted.length === 0) continue
      const names = wanted.map((column) => `\`${column}\``).join(', ')
      const query = connection.query(`SELECT ${names} FROM \`${table}\``)
      const rows: Readable = query.stream({ highWaterMark: ROWS_AHEAD })
      for await (const row of rows as AsyncIterable<Record<string, unknown>>)
        yield { table, cells: new Map(wanted.map((column) => [column, cellOf(row[column])])) }
    }
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    throw new CliError(`The database ${database} at ${hostname} cannot be read: ${why}`, 2)
  } finally {
    connection.destroy()
  }
}

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
