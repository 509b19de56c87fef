import { and, asc, count, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Inbox } from '../ports/inbox'
import type { QueryContext } from '../query-context'
import { byId } from './by-id'
import { closedOver } from './closed'
import { heldOver } from './held'
import { linesOver, onDutyOver } from './lines'
import { type Rows, rowsOver } from './rows'

export const inboxOver = (base: QueryContext): Inbox => {
  const rows = rowsOver(base)
  return {
    ...linesOver(base, rows),
    ...heldOver(base, rows),
    ...closedOver(base, rows),
    ...conversationsOver(base, rows),
    ...onDutyOver(base),
    ...peopleOver(base),
    ...departmentsOver(base),
  }
}

type Conversations = Pick<Inbox, 'conversation' | 'row' | 'rows' | 'openCount' | 'conversations'>

/** Conversations by id, and those that are open. */
const conversationsOver = (
  { db, tables: { actors, conversations } }: QueryContext,
  { address, conversation, listed, readUpTo, show }: Rows,
): Conversations => {
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
  const { department, open } = conversations
  const openOnes = db
    .select({ n: count() })
    .from(conversations)
    .where(and(eq(department, sql.placeholder('department')), eq(open, true)))
    .prepare()

  return {
    conversation: readConversation,
    row: readRow,
    rows: async (ids) => (await Promise.all(ids.map(readRow))).filter((row) => row !== undefined),
    openCount: async (department) => (await openOnes.execute({ department }))[0]?.n ?? 0,
    conversations: (after, limit) =>
      db
        .select(conversation)
        .from(conversations)
        .where(and(eq(open, true), gt(conversations.id, after)))
        .orderBy(asc(conversations.id))
        .limit(limit),
  }
}

const peopleOver = ({
  db,
  tables: { agents, visitors },
}: QueryContext): Pick<Inbox, 'agents' | 'agent' | 'visitor'> => {
  const readAgent = byId(
    (ids) => db.select().from(agents).where(inArray(agents.id, ids)).prepare(),
    (rows) => [...rows],
  )
  const all = db.select().from(agents).orderBy(asc(agents.name)).prepare()
  const visitor = db
    .select()
    .from(visitors)
    .where(eq(visitors.id, sql.placeholder('id')))
    .prepare()
  return {
    agents: () => all.execute(),
    agent: readAgent,
    visitor: async (id) => (await visitor.execute({ id }))[0],
  }
}

const departmentsOver = ({
  db,
  tables: { departments },
}: QueryContext): Pick<Inbox, 'departments' | 'department'> => {
  const one = db
    .select()
    .from(departments)
    .where(eq(departments.id, sql.placeholder('id')))
    .prepare()
  return {
    departments: () => db.select().from(departments).orderBy(asc(departments.name)),
    department: async (id) => (await one.execute({ id }))[0],
  }
}
