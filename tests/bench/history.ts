import { Database } from 'bun:sqlite'
import { createConnection } from 'mysql2/promise'
import { initialAspects } from '../../actors/conversation/aspects'
import type { Entry } from '../../actors/entry'
import { documentOf, whoseDocument } from '../../actors/search/document'
import { placeWords } from '../../actors/search/place'
import { type ConversationRow, isOver, searchKeysOf, shownIn } from '../../actors/summary'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openStore } from '../../src/store/open-store'
import type { Store } from '../../src/store/store'
import { conversationRow, entryOf } from '../support/turns'
import { saidAt } from './history/said'

/** Lines of one conversation. */
const LINES = 10
/** Conversations that one statement writes, and whose lines the index takes in at a time. */
const AT_ONCE = 50
/** So many of them at the same time: a server beside the desk has a processor of its own. */
const LANES = 2
const BEGAN = Date.UTC(2024, 0, 1)
/** From the first conversation to the last: two years and a half. */
const LASTED_MS = 2.5 * 365 * 86_400_000

/** One in so many has it. */
const EVERY = { small: 10, tiny: 1_000, bo: 700, tag: 500, open: 2_000, file: 200 }
/** Amir held one in five of the first; then he left. */
const AMIR = { until: 0.1, every: 5 }

/** Conversations as two years and a half of work left them, of `all` the nth. */
const rowOf = (nth: number, all: number): ConversationRow => {
  const openedAt = BEGAN + Math.floor((nth / all) * LASTED_MS)
  const isOpen = nth % EVERY.open === 3 || nth > all - 40
  const isAmirs = nth < all * AMIR.until && nth % AMIR.every === 2
  const isBos = nth % EVERY.bo === 4
  const [agent, agentName] = isAmirs ? ['amir', 'Amir'] : isBos ? ['bo', 'Bo'] : ['ana', 'Ana']
  const isTiny = nth % EVERY.tiny === 7
  return {
    ...conversationRow(`01900000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`),
    ...{ visitor: `visitor-${nth}`, visitorName: `Vera ${nth}`, openedAt, waitingSince: openedAt },
    ...{ agent, agentName, state: isOpen ? 'active' : 'closed' },
    department: isTiny ? 'tiny' : nth % EVERY.small === 0 ? 'small' : 'sales',
    closedAt: isOpen ? null : openedAt + LINES * 60_000,
    ...{ ...initialAspects, tags: nth % EVERY.tag === 9 ? ['Broken lamp'] : [] },
  }
}

const linesOf = ({ id, agent, agentName, openedAt }: ConversationRow, nth: number): Entry[] =>
  Array.from({ length: LINES }, (_, n) => {
    const line = nth * LINES + n
    const isVisitors = n % 2 === 0
    const file = { id: `f-${line}`, name: `photo-${line}.jpg` }
    return entryOf(id, n + 1, {
      ...{ clientId: `m-${line}`, at: openedAt + n * 60_000, text: saidAt(line) },
      by: isVisitors ? 'visitor' : 'agent',
      author: isVisitors ? `visitor-${nth}` : agent,
      name: isVisitors ? `Vera ${nth}` : agentName,
      body: line % EVERY.file === 1 ? ({ kind: 'text', files: [file] } as never) : { kind: 'text' },
    })
  })

type Value = string | number | null
type Rows = readonly Readonly<Record<string, Value>>[]
type Writer = { write(table: string, rows: Rows): Promise<void>; end(): Promise<void> }

const statement = (table: string, rows: Rows): string => {
  const columns = Object.keys(rows[0] ?? {})
  const marks = `(${columns.map(() => '?').join(', ')})`
  const named = columns.map((column) => `\`${column}\``).join(', ')
  return `insert into ${table} (${named}) values ${rows.map(() => marks).join(', ')}`
}
const valuesOf = (rows: Rows) => rows.flatMap((row) => Object.values(row))

const writerTo = async (url: string): Promise<Writer> => {
  if (url.startsWith('sqlite:')) {
    const db = new Database(url.slice('sqlite:'.length))
    db.run('PRAGMA synchronous = OFF')
    return {
      write: async (table, rows) => void db.query(statement(table, rows)).run(...valuesOf(rows)),
      end: async () => db.close(),
    }
  }
  const connection = await createConnection(url)
  return {
    write: async (table, rows) =>
      void (await connection.query(statement(table, rows), valuesOf(rows))),
    end: () => connection.end(),
  }
}

const conversationValues = (row: ConversationRow) => ({
  ...{ id: row.id, visitor: row.visitor, visitor_name: row.visitorName, state: row.state },
  ...{ department: row.department, agent: row.agent, agent_name: row.agentName },
  ...{ open: isOver(row) ? 0 : 1, offered_to: null, stars: null, priority: 'normal', snoozed: 0 },
  ...{ opened_at: row.openedAt, waiting_since: row.waitingSince, closed_at: row.closedAt },
  ...{ search_keys: searchKeysOf(row), shown: JSON.stringify(shownIn(row)) },
})

const entryValues = ({ conversation, seq, clientId, body, ...line }: Entry) => ({
  ...{ conversation, seq, client_id: clientId, by: line.by, author: line.author },
  ...{ name: line.name, at: line.at, text: line.text, body: JSON.stringify(body) },
})

/** Who is called so, and where, for operators that name them. */
const writePlaces = async (write: Writer['write']) => {
  const places = ['small', 'tiny', 'sales']
  await write(
    'departments',
    places.map((id) => ({ id, name: id, settings: '{}', created_at: BEGAN, removed_at: null })),
  )
  const agent = { status: 'off', present: 0, lost: 0, may_reply: 0, load: 0 }
  const names = ['Ana', 'Amir', 'Bo']
  await write(
    'agents',
    names.map((name) => ({
      ...{ id: name.toLowerCase(), name, ...agent, departments: '["sales"]', settings: '{}' },
    })),
  )
}

const intakeOf = (row: ConversationRow, said: readonly Entry[]) => {
  const place = placeWords({ ...row, searchKeys: searchKeysOf(row) })
  return {
    ...{ conversation: row.id, from: 0, to: LINES, was: null, place, drops: [] },
    documents: [
      whoseDocument(row, `${row.visitor}@example.com`, place),
      ...said.flatMap((entry) => documentOf(entry, place) ?? []),
    ],
  }
}

/**
 * A store with so many lines and the index of them, the rows written past the desk: as years of
 * work would have left it. The index takes them in as it always does, more of them at a time.
 */
export const openHistory = async (url: string, lines: number): Promise<Store> => {
  const store = await openStore({ url, dataDir: '', clock: systemClock, log: openLog('silent') })
  const { write, end } = await writerTo(url)
  await writePlaces(write)
  const all = lines / LINES
  let next = 0
  const fill = async () => {
    while (next < all) {
      const from = next
      next += AT_ONCE
      await writeSome(store, write, rowsOf(from, Math.min(from + AT_ONCE, all), all))
    }
  }
  await Promise.all(Array.from({ length: LANES }, fill))
  await end()
  return store
}

type Said = { row: ConversationRow; entries: Entry[] }

const rowsOf = (from: number, to: number, all: number): Said[] =>
  Array.from({ length: to - from }, (_, n) => {
    const row = rowOf(from + n, all)
    return { row, entries: linesOf(row, from + n) }
  })

const writeSome = async (store: Store, write: Writer['write'], said: readonly Said[]) => {
  await write(
    'conversations',
    said.map(({ row }) => conversationValues(row)),
  )
  await write(
    'entries',
    said.flatMap(({ entries }) => entries.map(entryValues)),
  )
  const intakes = said.map(({ row, entries }) => intakeOf(row, entries))
  if ((await store.search.take(intakes)) === 'stale') throw new Error('It was taken in already')
}
