import { Database } from 'bun:sqlite'
import { createConnection } from 'mysql2/promise'
import { documentOf } from '../../actors/search/document'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openStore } from '../../src/store/open-store'
import type { Store } from '../../src/store/store'
import { conversationRow, entryOf } from '../support/turns'

/** Lines of one conversation. */
const LINES = 10
/** Conversations that one statement writes, and lines that the index takes in at a time. */
const AT_ONCE = 30
const BEGAN = Date.UTC(2024, 0, 1)
const HOUR_MS = 3_600_000

const words =
  'parcel lamp order box colour price shop letter number street today help thanks'.split(' ')
const signs = '请问订单发货时间地址电话产品价格您好谢谢帮我查一下什么时候到货可以修改吗'

/** What was said: half of it Chinese, a word in half of all, one in few, one in one of 100,000. */
export const saidAt = (nth: number): string => {
  const pick = (of: string | string[], salt: number) =>
    of[(nth * 7919 + salt * 104_729) % of.length]
  const rare = nth % 100_000 === 777 ? ' hippopotamus' : ''
  const refund = nth % 40 === 3 ? ' refund' : ''
  if (nth % 2 === 0)
    return `please ${Array.from({ length: 10 }, (_, n) => pick(words, n * n + 1)).join(' ')} ${nth}${refund}${rare}`
  const said = Array.from({ length: 20 }, (_, n) => pick(signs, n * n + 3)).join('')
  return nth % 50 === 5 ? `${said}我要退款` : said
}

type Value = string | number | null
type Write = (table: string, columns: string, rows: Value[][]) => Promise<void>

const writerTo = async (url: string): Promise<{ write: Write; end: () => Promise<void> }> => {
  const statement = (table: string, columns: string, rows: Value[][]) => {
    const marks = `(${columns.replace(/`?\w+`?/g, '?')})`
    return `insert into ${table} (${columns}) values ${rows.map(() => marks).join(', ')}`
  }
  if (url.startsWith('sqlite:')) {
    const db = new Database(url.slice('sqlite:'.length))
    return {
      write: async (table, columns, rows) => {
        db.query(statement(table, columns, rows)).run(...rows.flat())
      },
      end: async () => db.close(),
    }
  }
  const connection = await createConnection(url)
  return {
    write: async (table, columns, rows) => {
      await connection.query(statement(table, columns, rows), rows.flat())
    },
    end: () => connection.end(),
  }
}

/**
 * A store with so many lines and the index of them, written past the desk: as years of work would
 * have left it.
 */
export const openHistory = async (url: string, lines: number): Promise<Store> => {
  const log = openLog('silent')
  const store = await openStore({ url, dataDir: '', clock: systemClock, log })
  const { write, end } = await writerTo(url)
  for (let from = 0; from < lines / LINES; from += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, lines / LINES - from) }, (_, n) => from + n)
    const entries = ids.flatMap((nth) =>
      Array.from({ length: LINES }, (_, n) => {
        const id = nth * LINES + n
        const by = n % 2 === 0 ? ('visitor' as const) : ('agent' as const)
        const at = BEGAN + nth * HOUR_MS + n * 60_000
        return entryOf(`c-${nth}`, n + 1, { by, at, text: saidAt(id * 3 + (n % 3)) })
      }),
    )
    await write(
      'conversations',
      'id, visitor, visitor_name, department, state, open, agent, agent_name, offered_to, opened_at, waiting_since, closed_at, stars, shown',
      ids.map((nth) => {
        const at = BEGAN + nth * HOUR_MS
        const { id, visitor, visitorName } = conversationRow(`c-${nth}`)
        const department = nth % 10 === 0 ? 'small' : 'sales'
        return [
          id,
          visitor,
          visitorName,
          department,
          'closed',
          0,
          'ana',
          'Ana',
          null,
          at,
          at,
          at,
          null,
          '{}',
        ]
      }),
    )
    await write(
      'entries',
      'conversation, seq, client_id, `by`, author, name, at, text, body, changes, edited',
      entries.map(({ conversation, seq, clientId, by, author, name, at, text }) => [
        ...[conversation, seq, clientId, by, author, name, at, text, '{"kind":"text"}', null, null],
      ]),
    )
    const byConversation = Map.groupBy(entries, ({ conversation }) => conversation)
    await store.search.take(
      [...byConversation].map(([conversation, said]) => ({
        ...{ conversation, from: 0, to: LINES, drops: [] },
        documents: said.flatMap((entry) => documentOf(entry) ?? []),
      })),
    )
  }
  await end()
  return store
}
