import { Database } from 'bun:sqlite'
import { takeTurn } from '../../actors/turn'
import { text } from './load/talks'

export type Fill = { conversations: number; messages: number }

/** Ids in the form of the desk's own, in order. */
const idOf = (nth: number) => `01900000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`

/**
 * Writes conversations that ended long ago straight into a desk's SQLite file, each with its
 * actor, its journal and its messages, as months of work would have left them.
 */
export const fill = (file: string, { conversations, messages }: Fill): void => {
  const db = new Database(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000')
  const write = writerOf(db)
  const some = db.transaction((from: number, to: number) => {
    for (let nth = from; nth < to; nth += 1) write(nth, messages)
  })
  const step = Math.max(1, Math.ceil(50_000 / messages))
  for (let from = 0; from < conversations; from += step)
    some(from, Math.min(conversations, from + step))
  db.exec('PRAGMA wal_checkpoint(TRUNCATE); ANALYZE')
  db.close()
}

const writerOf = (db: Database) => {
  const department = db.prepare('SELECT id FROM departments').get() as { id: string }
  const into = (table: string, columns: string) =>
    db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`)
  const entry = into(
    'entries',
    'conversation, seq, client_id, by, author, name, at, text, body, changes, edited',
  )
  const journal = into('journal', 'address, version, at, event, rejected')
  const actor = into('actors', 'address, version, snapshot')
  const row = into(
    'conversations',
    'id, visitor, visitor_name, department, state, open, agent, agent_name, offered_to, opened_at, waiting_since, closed_at, stars, shown',
  )
  const visitor = into('visitors', 'id, name, email, language, conversation, talking')

  return (nth: number, messages: number) => {
    const [id, who, began] = [idOf(nth), idOf(nth + 2 ** 40), 1_700_000_000_000 + nth * 1_000]
    const { snapshot } = opened(id, who, began, department.id)
    for (let seq = 1; seq <= messages; seq += 1) {
      const said = JSON.stringify({ type: 'said', at: began + seq, by: 'visitor', author: who })
      const line = [
        'visitor',
        who,
        'Vera',
        began + seq,
        text,
        '{"kind":"text"}',
        null,
        null,
      ] as const
      entry.run(id, seq, `m-${nth}-${seq}`, ...line)
      journal.run(`conversation:${id}`, seq, began + seq, said, 0)
    }
    const context = { ...(snapshot.context as object), lastSeq: messages, saidSeq: messages }
    const ended = { ...snapshot, value: { closed: 'unrated' }, context }
    actor.run(`conversation:${id}`, messages, JSON.stringify(ended))
    const closed = [
      'closed',
      0,
      null,
      '',
      null,
      began,
      began,
      began + messages,
      null,
      '{}',
    ] as const
    row.run(id, who, 'Vera', department.id, ...closed)
    visitor.run(who, 'Vera', '', 'en', id, 0)
  }
}

const opened = (id: string, visitor: string, at: number, department: string) =>
  takeTurn(`conversation:${id}`, undefined, {
    ...{ type: 'opened', at, visitor, name: 'Vera', department, departmentName: 'Support' },
    ...{ timings: { patience: 1, accept: 1, silence: 1 }, clientId: 'm-first', text },
  })
