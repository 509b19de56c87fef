import { Database as Sqlite } from 'bun:sqlite'
import { createPool } from 'mysql2/promise'
import { type Body, isForDesk } from '../../actors/entry'
import { filesOf } from '../../actors/sent-files'
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

type EntryRow = Pick<Row, 'conversation' | 'seq' | 'clientId' | 'text'> & {
  changes: string | null
  edited: number | null
  body: string
}
type Put = { conversation: string; entry: string; emoji: string; count: number }

/** All lines, each entry among them as it is now. */
export const entriesOf = async (query: Query): Promise<Row[]> => {
  const found = await query<EntryRow>(
    'SELECT conversation, seq, client_id AS clientId, text, body, changes, edited FROM entries',
  )
  const puts = await query<Put>(
    `SELECT conversation, entry, emoji, COUNT(*) AS count FROM reactions
      GROUP BY conversation, entry, emoji`,
  )
  const put = Map.groupBy(puts, ({ conversation, entry }) => `${conversation} ${entry}`)
  const lines = new Map(found.map((row) => [`${row.conversation} ${row.seq}`, row]))
  return found.map((row) => {
    const { conversation, seq, clientId, changes, edited } = row
    const { text, body: json } = lines.get(`${conversation} ${edited}`) ?? row
    const body = JSON.parse(json) as Body
    const reactions = put.get(`${conversation} ${clientId}`) ?? []
    return {
      ...{ conversation, seq: Number(seq), clientId, changes, text, forDesk: isForDesk(body) },
      withdrawn: body.kind === 'withdrawn',
      notice: body.kind === 'notice' ? body.notice.code : null,
      files: filesOf(body).map(({ id }) => id),
      reactions:
        body.kind === 'withdrawn'
          ? []
          : reactions.map(({ emoji, count }) => `${emoji} ${Number(count)}`).sort(),
    }
  })
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
