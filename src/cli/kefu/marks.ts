import type { Database } from 'bun:sqlite'
import { textIn } from './few'
import { offsetOf, stampTime, wallTime } from './staging'
import type { Cell } from './tables'

/** How a visitor rated, of either system that a kefu has for it: `id` names its row. */
export type Mark = {
  id: string
  owner: string
  at: number
  stars: number
  text: string
  remarks: string
}

/** Puts ratings of both kinds into one table, with whose each is; before that whose each chat is is known. */
export const gatherMarks = (db: Database): void => {
  db.run(
    'create table marks (id text, owner text, at integer, stars integer, text text, remarks text)',
  )
  const put = db.prepare('insert into marks values (?, ?, ?, ?, ?, ?)')
  const ownerOf = ownersIn(db)
  const offset = offsetOf(db)
  const timeOf = (cell: Cell) => {
    const wall = wallTime(cell)
    return wall === undefined ? (stampTime(cell) ?? 0) : wall - offset
  }
  const rated = db.query<Record<string, Cell>, []>('select * from service_ratings order by rowid')
  const answered = db.query<Record<string, Cell>, []>(
    `select c.id, c.visitor_id, c.word_comment, c.add_time, avg(d.score) as stars
     from comments c left join comment_details d on d.comment_id = c.id group by c.id order by c.rowid`,
  )
  db.run('BEGIN')
  for (const row of rated.all())
    put.run(
      ...[`rating ${row.id}`, ownerOf(row.visitor_id ?? ''), timeOf(row.created_at ?? null)],
      ...[starsIn(row.rating), textIn(row.comment ?? null), remarksIn(row.tags ?? null).join('\n')],
    )
  for (const row of answered.all())
    put.run(
      ...[`comment ${row.id}`, ownerOf(row.visitor_id ?? ''), timeOf(row.add_time ?? null)],
      ...[starsIn(row.stars), textIn(row.word_comment ?? null), ''],
    )
  db.run('COMMIT')
  db.run('create index marks_owner on marks (owner, at, id)')
}

const starsIn = (cell: Cell | undefined): number => {
  const stars = Math.round(Number(cell ?? 0))
  return stars >= 1 && stars <= 5 ? stars : 0
}

const remarksIn = (cell: Cell): string[] => {
  const typed = textIn(cell)
  try {
    const list: unknown = JSON.parse(typed)
    return Array.isArray(list) ? list.map(String).filter(Boolean) : []
  } catch {
    return typed
      .split(/[,，]/)
      .map((one) => one.trim())
      .filter(Boolean)
  }
}

const ownersIn = (db: Database) => {
  const ofChats = db.query<{ owner: Cell }, [string]>('select owner from owners where raw = ?')
  const loose = db.query<{ owner: Cell }, [string]>(
    'select min(visitor_id) as owner from visitors where lower(trim(visitor_id)) = lower(trim(?))',
  )
  return (raw: string): string => ofChats.get(raw)?.owner ?? loose.get(raw)?.owner ?? raw
}
