import { Database } from 'bun:sqlite'
import { withPath } from '../sqlite/ours'
import { BUSY_MS } from '../sqlite/pragmas'
import { batchOf, type Dump, type DumpTable, isDumped, quoted, toCell } from './dump'

/**
 * What a file holds, read beside whoever works with it: one transaction that only reads sees the
 * moment at which it began, and keeps nobody from writing. Throws a sentence with the path.
 */
export const openSqliteDump = (path: string): Dump => {
  let db: Database | undefined
  try {
    db = new Database(path, { readonly: true })
    db.run(`PRAGMA busy_timeout = ${BUSY_MS}`)
    db.run('PRAGMA trusted_schema = OFF')
    return dumpOver(db)
  } catch (problem) {
    db?.close()
    throw withPath(path, problem)
  }
}

/** The same over a connection that is open; it is closed with it. */
export const dumpOver = (db: Database): Dump => {
  // The moment is that of the first read in it.
  if (!db.inTransaction) db.run('BEGIN')
  const names = namesIn(db, "sqlite_master WHERE type = 'table'")
  const setting = db.query<{ value: string }, [string]>('SELECT value FROM settings WHERE name = ?')
  return {
    dialect: 'sqlite',
    migrations: namesIn(db, 'migrations'),
    tables: names.filter(isDumped).map((name) => tableOf(db, name)),
    rows: (table) => rowsOf(db, table),
    async *pieces(file) {
      const piece = db.query<{ bytes: Uint8Array }, [string, number]>(
        'SELECT bytes FROM file_pieces WHERE file = ? AND nth = ?',
      )
      for (let nth = 0; ; nth += 1) {
        const found = piece.get(file, nth)
        if (!found) return
        yield found.bytes
      }
    },
    setting: async (name) => setting.get(name)?.value,
    close: async () => {
      if (db.inTransaction) db.run('ROLLBACK')
      db.close()
    },
  }
}

const namesIn = (db: Database, from: string): string[] =>
  db
    .query<{ name: string }, []>(`SELECT name FROM ${from} ORDER BY name`)
    .all()
    .map(({ name }) => name)

type Told = { name: string; type: string; pk: number }

const tableOf = (db: Database, name: string): DumpTable => {
  const told = db
    .query<Told, [string]>('SELECT name, type, pk FROM pragma_table_info(?) ORDER BY name')
    .all(name)
  const keys = told.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
  return {
    name,
    columns: told.map((column) => column.name),
    keys: keys.map((column) => column.name),
    bytes: told.filter(({ type }) => /^blob$/i.test(type)).map((column) => column.name),
  }
}

async function* rowsOf(db: Database, table: DumpTable) {
  const [columns, keys] = [table.columns, table.keys].map((all) => all.map(quoted).join(', '))
  const sql = `SELECT ${columns} FROM ${quoted(table.name)} ORDER BY ${keys}`
  const isBytes = table.columns.map((column) => table.bytes.includes(column))
  const size = batchOf(table)
  let batch = []
  for (const row of db.prepare<Record<string, unknown>, []>(sql).iterate()) {
    batch.push(table.columns.map((column, n) => toCell(row[column], isBytes[n] ?? false)))
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
