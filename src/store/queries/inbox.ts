import { and, asc, count, desc, eq, gt, inArray, lt, lte, or, sql } from 'drizzle-orm'
import type { ClosedKey, Inbox, InboxRow } from '../ports/inbox'
import type { QueryContext } from '../query-context'
import { byId } from './by-id'
import { linesOver } from './lines'
import { rowsOver } from './rows'

export const inboxOver = (base: QueryContext): Inbox => {
  const { db, tables } = base
  const { actors, conversations, departments, agents, visitors } = tables
  const { address, conversation, listed, readUpTo, show } = rowsOver(base)
  const id = sql.placeholder('id')
  const readConversation = byId(
    (ids) =>
      db
        .select({ ...conversation, snapshot: actors.snapshot })
        .from(conversations)
        .leftJoin(actors, eq(actors.address, address))
        .where(inArray(conversations.id, ids))
        .prepare(),
    (rows) => rows.map(readUpTo),
  )
  const readRow = byId((ids) => listed().where(inArray(conversations.id, ids)).prepare(), show)
  const visitor = db.select().from(visitors).where(eq(visitors.id, id)).prepare()
  const { agent: holder, offeredTo, state } = conversations
  const holds = listed()
    .where(and(eq(holder, id), eq(conversations.open, true), eq(state, 'active')))
    .prepare()
  const rings = listed()
    .where(and(eq(offeredTo, id), eq(conversations.open, true)))
    .prepare()
  const readAgent = byId(
    (ids) => db.select().from(agents).where(inArray(agents.id, ids)).prepare(),
    (rows) => [...rows],
  )
  const allAgents = db.select().from(agents).orderBy(asc(agents.name)).prepare()
  const department = db.select().from(departments).where(eq(departments.id, id)).prepare()
  const { department: asked, open } = conversations
  const openOnes = db
    .select({ n: count() })
    .from(conversations)
    .where(and(eq(asked, sql.placeholder('department')), eq(open, true)))
    .prepare()

  const { closedAt } = conversations
  const at = sql.placeholder('at')
  const closedPage = listed()
    .where(
      and(
        eq(asked, sql.placeholder('department')),
        eq(open, false),
        // The first bound is all that MySQL looks for in the index.
        lte(closedAt, at),
        or(lt(closedAt, at), lt(conversations.id, id)),
      ),
    )
    .orderBy(desc(closedAt), desc(conversations.id))
    .limit(sql.placeholder('limit'))
    .prepare()

  return {
    ...linesOver(base),
    conversation: readConversation,
    row: readRow,
    rows: async (ids) => (await Promise.all(ids.map(readRow))).filter((row) => row !== undefined),
    held: async (agent) => {
      const [held, ringing] = await Promise.all([
        holds.execute({ id: agent }),
        rings.execute({ id: agent }),
      ])
      const both = [...held, ...ringing.filter(({ id }) => held.every((one) => one.id !== id))]
      return show(both.sort((a, b) => a.waitingSince - b.waitingSince || compare(a.id, b.id)))
    },
    closed: async (departments, before = NEWEST, limit) => {
      const pages = await Promise.all(
        departments.map((department) => closedPage.execute({ department, ...before, limit })),
      )
      return show(pages.flat().sort(byClosing).slice(0, limit))
    },
    openCount: async (department) => (await openOnes.execute({ department }))[0]?.n ?? 0,
    departments: () => db.select().from(departments).orderBy(asc(departments.name)),
    department: async (id) => (await department.execute({ id }))[0],
    agents: () => allAgents.execute(),
    agent: readAgent,
    visitor: async (id) => (await visitor.execute({ id }))[0],
    conversations: (after, limit) =>
      db
        .select(conversation)
        .from(conversations)
        .where(and(eq(conversations.open, true), gt(conversations.id, after)))
        .orderBy(asc(conversations.id))
        .limit(limit),
  }
}

const NEWEST: ClosedKey = { at: Number.MAX_SAFE_INTEGER, id: '' }

type Closing = Pick<InboxRow, 'id' | 'closedAt'>
const byClosing = (a: Closing, b: Closing): number =>
  (b.closedAt ?? 0) - (a.closedAt ?? 0) || compare(b.id, a.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
