import { Database } from 'bun:sqlite'
import { afterAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/bun-sqlite'
import { systemClock } from '../../src/clock'
import { sqliteColumns } from '../../src/store/columns/sqlite'
import { portsOver } from '../../src/store/guard'
import { tablesOver } from '../../src/store/nouns'
import type { Db } from '../../src/store/query-context'
import { through } from '../../src/store/sqlite/through'
import { wordIndexOver } from '../../src/store/sqlite/word-index'
import { turnStatementsOver } from '../../src/store/turn-statements'
import { scratchFolder } from '../support/programs'
import { conversationRow, lineRow, saying, turnOf } from '../support/turns'
import { openSqliteAt } from './open'

/** A database with a little of everything, and ports over it that tell their SQL. */
const path = join(scratchFolder(), 'desk.db')
const filled = await openSqliteAt(path)
for (const id of ['lamp', 'chair', 'sofa']) {
  const summary = { of: 'conversation' as const, ...conversationRow(id) }
  await filled.turns.commit(saying(id, 1, {}, { summary }))
  const keeps = [{ in: 'line' as const, ...lineRow('sales', id) }]
  await filled.turns.commit(turnOf(`department:${id}`, 1, { keeps }))
}
await filled.close()

const db = new Database(path)
afterAll(() => db.close())
const asked: string[] = []
const tables = tablesOver(sqliteColumns)
const upsert = { tail: () => '', incoming: () => '' }
const statements = turnStatementsOver(tables, upsert)
const ports = portsOver(
  {
    db: drizzle(db, { logger: { logQuery: (query) => void asked.push(query) } }) as unknown as Db,
    tables,
    upsert,
    wordIndexOver,
    through,
    clock: systemClock,
    write: async () => 'done',
  },
  { assertOpen: () => {}, translate: (error) => error },
)

/** How SQLite would go about each query of a call, in its own words. */
const plans = async (call: () => Promise<unknown>): Promise<string[]> => {
  asked.length = 0
  await call()
  expect(asked.length).toBeGreaterThan(0)
  return asked.flatMap(planOf)
}
const planOf = (query: string) =>
  db
    .query<{ detail: string }, []>(`EXPLAIN QUERY PLAN ${query}`)
    .all()
    .map(({ detail }) => detail)

const {
  turns,
  mail,
  transcripts,
  conversations,
  departments,
  agents,
  accounts,
  visits,
  customers,
} = ports

describe('nothing that is asked often reads a whole table', () => {
  const due = { open: true, departments: ['sales'], sla: { is: 'due', at: 1 } } as const
  const calls: [string, () => Promise<unknown>][] = [
    ['load', () => turns.load('conversation:lamp')],
    ['reads', () => turns.reads({ department: 'sales', line: 5, conversation: 'lamp' })],
    ['journal', () => turns.journal('conversation:lamp', 0, 9)],
    ['addresses', () => turns.addresses('', 9)],
    ['versions', () => turns.versions(['conversation:lamp', 'conversation:chair'])],
    ['decisions', () => turns.decisions('lamp')],
    ['chosenAt', () => turns.chosenAt('lamp', 'ana')],
    ['due', () => mail.due(1, 9)],
    ['lease', () => mail.lease(['a', 'b'], 1, 2)],
    ['nextDue', () => mail.nextDue(1)],
    ['parked', () => mail.setAsideCount()],
    [
      'reads of each language',
      () =>
        turns.reads({
          ...{ department: 'sales', line: 5, conversation: null, languages: ['', 'en', 'zh'] },
        }),
    ],
    ['after', () => transcripts.after('lamp', 0, 9)],
    ['last', () => transcripts.last('lamp', 9)],
    ['byClientId', () => transcripts.byClientId('lamp', 'lamp-1')],
    ['row', () => conversations.row('lamp')],
    ['held', () => conversations.held('ana')],
    ['lineHeads', () => conversations.lineHeads(['sales'], 9, 1)],
    ['coming', () => mail.coming(1, '', 9)],
    ['closed', () => conversations.closed(['sales'], { at: 9, id: '' }, 9)],
    ['due', () => conversations.matching(due, undefined, 9)],
    ['dueIds', () => conversations.matchingIds(due, 9)],
    ['lineOrder', () => conversations.lineOrder('sales')],
    ['attended', () => departments.onDuty('sales')],
    ['openCount', () => conversations.openCount('sales')],
    ['department', () => departments.find('sales')],
    ['conversations', () => conversations.open('', 9)],
    ['session', () => accounts.session('token', 1)],
    ['attempts', () => accounts.attempts('ana', 1)],
    ['byEmailKey', () => accounts.byEmailKey('ana@example.com')],
    ['visitorOf', () => visits.visitorOf('token')],
    ['customer', () => customers.session('token', 1)],
    ['customers', () => customers.page({ descending: true, after: { by: 9, id: 'a' } }, 9)],
    ['customersBy', () => customers.page({ beginning: 'vera', descending: true, after: null }, 9)],
    ['customerByEmail', () => customers.byEmailKey('vera@example.com')],
    ['customerSessions', () => customers.sessionsOf('vera', 1)],
    ['talkIn', () => transcripts.talkIn(['lamp', 'chair'], 9)],
  ]
  test.each(calls)('%s', async (_name, call) => {
    const details = await plans(call)
    // A hundred at most, which were looked up before they are counted.
    const scans = details.filter((detail) => detail.startsWith('SCAN') && detail !== 'SCAN counted')
    expect(scans).toEqual([])
  })

  test('and one that does would be seen', async () => {
    expect((await plans(() => departments.all())).join()).toContain('SCAN')
  })
})

test('what is due is found by when it is, and not among all that is open', async () => {
  const sla = { is: 'late', at: 1 } as const
  const asked = { open: true, departments: ['sales'], sla }
  for (const call of [
    () => conversations.matching(asked, undefined, 9),
    () => conversations.matchingIds(asked, 9),
    () => conversations.lineHeads(['sales'], 9, 1),
  ])
    expect((await plans(call)).join()).toContain(
      'INDEX conversations_sla (department=? AND sla_soon<?)',
    )
})

describe('what is asked for together is read together', () => {
  const all = ['lamp', 'chair', 'sofa']
  const calls: [name: string, queries: number, () => Promise<unknown>][] = [
    ['row', 2, () => Promise.all(all.map(conversations.row))],
    ['rows', 2, () => conversations.rows(all)],
    ['conversation', 1, () => Promise.all(all.map(conversations.find))],
    ['agent', 1, () => Promise.all(all.map(agents.find))],
    ['after', 1, () => Promise.all(all.map((id) => transcripts.after(id, 0, 9)))],
    ['session', 1, () => Promise.all(all.map((token) => accounts.session(token, 1)))],
  ]
  test.each(calls)('%s', async (_name, queries, call) => {
    await plans(call)
    expect(asked).toHaveLength(queries)
  })
})

describe('what is read in an order is stored in it', () => {
  const calls: [string, () => Promise<unknown>][] = [
    ['reads', () => turns.reads({ department: 'sales', line: 5, conversation: null })],
    ['after', () => transcripts.after('lamp', 0, 9)],
    ['last', () => transcripts.last('lamp', 9)],
    ['lineHeads', () => conversations.lineHeads(['sales'], 9, 1)],
    ['lineOrder', () => conversations.lineOrder('sales')],
    ['closed', () => conversations.closed(['sales'], { at: 9, id: '' }, 9)],
    ['conversations', () => conversations.open('', 9)],
    ['customers', () => customers.page({ descending: true, after: { by: 9, id: 'a' } }, 9)],
  ]
  test.each(calls)('%s', async (_name, call) => {
    expect((await plans(call)).join()).not.toContain('TEMP B-TREE')
  })
})

test('of those ahead of a stretch of a line nothing is read but their places', async () => {
  const details = await plans(() => conversations.lineStretch({ department: 'sales', from: 2 }, 9))
  const inner = details.slice(1, details.indexOf('SCAN places'))
  expect(inner.join()).toMatch(/^SEARCH line USING (COVERING )?INDEX line_order/)
  expect(inner).toHaveLength(1)
  expect(details.filter((one) => one.startsWith('SCAN'))).toEqual(['SCAN places'])
})

describe('what is removed is found by a key', () => {
  const { removeMail, removeTimer, removeLine, removeFloor, removePresence } = statements
  const steps = [
    removeMail({ id: '' }),
    removeTimer({ slot: '' }),
    removeLine({ department: '', conversation: '' }),
    removeFloor({ department: '', agent: '' }),
    removePresence({ agent: '', node: '' }),
  ]
  test.each(steps.map(({ statement }) => statement.sql))('%s', (sql) => {
    expect(planOf(sql).join()).toContain('SEARCH')
  })
})
