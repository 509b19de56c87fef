import { Database as Sqlite } from 'bun:sqlite'
import { createPool } from 'mysql2/promise'
import { type Body, isForDesk } from '../../actors/entry'
import type { Holding, Row } from './history'

/** Asks the database itself, past the program. */
export type Query = <T>(sql: string) => Promise<T[]>
export type Database = { query: Query; close(): Promise<void> }

/** `where` is a SQLite file or a `mysql://` URL. */
export const openDatabase = async (where: string): Promise<Database> => {
  if (!where.startsWith('mysql:')) {
    const db = new Sqlite(where, { readonly: true })
    db.exec('PRAGMA busy_timeout = 2000')
    return {
      query: async <T>(sql: string) => db.prepare(sql).all() as T[],
      close: async () => db.close(),
    }
  }
  const pool = createPool({ uri: where, connectTimeout: 2_000, connectionLimit: 1 })
  return {
    query: async <T>(sql: string) => {
      // The database is killed in some tests; a connection of before is of no use after.
      const [rows] = await pool.query(sql).catch(() => pool.query(sql))
      return (rows as Record<string, unknown>[]).map(readable) as T[]
    },
    close: () => pool.end(),
  }
}

/** Columns that compare by bytes come as bytes. */
const readable = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? `${value}` : value]),
  )

type EntryRow = Omit<Row, 'forDesk'> & { body: string }

export const entriesOf = async (query: Query): Promise<Row[]> => {
  const found = await query<EntryRow>(
    'SELECT conversation, seq, client_id AS clientId, text, body FROM entries',
  )
  return found.map(({ body, ...row }) => ({
    ...row,
    seq: Number(row.seq),
    forDesk: isForDesk(JSON.parse(body) as Body),
  }))
}

/** How many conversations each agent holds now, by the conversations themselves. */
export const holdingsOf = async (query: Query, capacity: number): Promise<Holding[]> => {
  const found = await query<{ agent: string; held: number }>(
    `SELECT agent, COUNT(*) AS held FROM conversations WHERE state = 'active' GROUP BY agent`,
  )
  return found.map(({ agent, held }) => ({ agent, load: Number(held), capacity }))
}

/**
 * Conversations whose journal has a hole, whose actor is not where its journal is, or does not know
 * of its newest entry. Asked when nobody writes.
 */
export const tornIn = async (query: Query): Promise<string[]> => {
  const found = await query<{ address: string }>(`
    SELECT j.address FROM
      (SELECT address, MAX(version) AS newest, COUNT(*) AS many FROM journal
        WHERE address LIKE 'conversation:%' GROUP BY address) j
      LEFT JOIN actors a ON a.address = j.address
      LEFT JOIN (SELECT CONCAT('conversation:', conversation) AS address, MAX(seq) AS seq
        FROM entries GROUP BY conversation) e ON e.address = j.address
    WHERE a.address IS NULL OR j.newest <> j.many OR j.newest <> a.version
      OR COALESCE(e.seq, 0) <> JSON_EXTRACT(a.snapshot, '$.context.lastSeq')`)
  return found.map(({ address }) => address)
}
