import { Database, type Statement } from 'bun:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Cell, type FoundRow, needed, type Row, type TableName, tables } from './tables'

/** A time as it is written, without its zone: `2025-10-03 09:15:00`; undefined for none, or for zeros. */
export const wallTime = (typed: Cell): number | undefined => {
  const found = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?/.exec(
    typed ?? '',
  )
  if (!found) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, part = 0] = found
    .slice(1)
    .map((each) => Number(each ?? 0))
  if (year === 0 || month === 0 || day === 0) return undefined
  const at = Date.UTC(year, month - 1, day, hour, minute, second, part)
  return Number.isNaN(at) || at < 0 ? undefined : at
}

/** A time in whole seconds, or in ms where it is too large for seconds: ms UTC; undefined for none. */
export const stampTime = (typed: Cell): number | undefined => {
  const value = Number(typed ?? Number.NaN)
  if (!Number.isFinite(value) || value <= 0) return undefined
  return Math.round(value > 1e11 ? value : value * 1000)
}

const QUARTER_MS = 15 * 60_000
const IN_ONE_STEP = 5_000

/**
 * All that is wanted of a kefu system, in a file of its own beside the desk, so that it can be gone through
 * in any order without being held in memory. It is gone when it is closed.
 */
export const openStaging = (beside: string) => {
  const folder = mkdtempSync(join(beside, 'kefu-'))
  const db = new Database(join(folder, 'rows.db'))
  db.run('PRAGMA journal_mode = OFF')
  db.run('PRAGMA synchronous = OFF')
  const inserts = new Map<TableName, Statement>()
  for (const [table, columns] of Object.entries(tables) as [TableName, readonly string[]][]) {
    const own = table === 'chats' ? [...columns, 'at integer', 'owner text'] : columns
    db.run(
      `create table ${table} (${own.map((one) => (one.includes(' ') ? one : `"${one}" text`)).join(', ')})`,
    )
    inserts.set(
      table,
      db.prepare(
        `insert into ${table} (${columns.map((one) => `"${one}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      ),
    )
  }
  const seen = new Set<TableName>()
  return {
    db,
    async fill(rows: AsyncIterable<FoundRow>): Promise<void> {
      let count = 0
      db.run('BEGIN')
      for await (const { table, cells } of rows) {
        seen.add(table)
        inserts.get(table)?.run(...tables[table].map((column) => cells.get(column) ?? null))
        count += 1
        if (count % IN_ONE_STEP === 0) {
          db.run('COMMIT')
          db.run('BEGIN')
        }
      }
      db.run('COMMIT')
      order(db)
    },
    /** Tables without which there is nothing to bring in, and of which there is no row. */
    missing: () => needed.filter((table) => !seen.has(table)),
    all: <T extends TableName>(table: T): Row<T>[] =>
      db.query<Row<T>, []>(`select * from ${table} order by rowid`).all(),
    close() {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Staging = ReturnType<typeof openStaging>

/**
 * Whose each chat is: the visitor of that id, or where there is none the one whose id differs only in case
 * or in spaces around it, for the server held these to be the same.
 */
const order = (db: Database) => {
  const offset = offsetOf(db)
  db.run('create index visitors_id on visitors (visitor_id)')
  db.run('create index visitors_loose on visitors (lower(trim(visitor_id)))')
  db.run(
    'create table owners as select distinct visitor_id as raw, cast(null as text) as owner from chats',
  )
  db.run(
    'update owners set owner = coalesce((select visitor_id from visitors where visitor_id = raw), (select min(visitor_id) from visitors where lower(trim(visitor_id)) = lower(trim(raw))), raw)',
  )
  db.run('create unique index owners_raw on owners (raw)')
  db.run('update chats set owner = (select owner from owners where raw = visitor_id)')
  setTimes(db, offset)
  db.run('create index chats_order on chats (owner, at, cast(cid as integer))')
}

/** How far the clock on the wall is ahead of UTC, ms: by chats that have a time of either kind. */
export const offsetOf = (db: Database): number => {
  const counts = new Map<number, number>()
  const some = db.query<{ timestamp: Cell; created_at: Cell }, []>(
    'select timestamp, created_at from chats where timestamp is not null and created_at is not null limit 2000',
  )
  for (const { timestamp, created_at: created } of some.all()) {
    const [stamp, wall] = [stampTime(timestamp), wallTime(created)]
    if (stamp === undefined || wall === undefined) continue
    const ahead = Math.round((wall - stamp) / QUARTER_MS) * QUARTER_MS
    counts.set(ahead, (counts.get(ahead) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most?.[0] ?? 0
}

const setTimes = (db: Database, offset: number) => {
  const set = db.prepare('update chats set at = ? where rowid = ?')
  const page = db.query<{ rowid: number; timestamp: Cell; created_at: Cell }, [number, number]>(
    'select rowid, timestamp, created_at from chats where rowid > ? order by rowid limit ?',
  )
  let last = 0
  for (;;) {
    const some = page.all(last, IN_ONE_STEP)
    if (some.length === 0) return
    db.run('BEGIN')
    for (const { rowid, timestamp, created_at: created } of some) {
      const wall = wallTime(created)
      set.run(stampTime(timestamp) ?? (wall === undefined ? null : wall - offset), rowid)
      last = rowid
    }
    db.run('COMMIT')
  }
}
