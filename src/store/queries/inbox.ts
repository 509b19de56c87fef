import { and, asc, count, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Inbox } from '../ports/inbox'
import type { QueryContext } from '../query-context'
import { linesOver } from './lines'
import { rowsOver } from './rows'

export const inboxOver = (base: QueryContext): Inbox => {
  const { db, tables } = base
  const { actors, conversations, departments, agents, visitors } = tables
  const { address, conversation, listed, readUpTo, show } = rowsOver(base)
  const id = sql.placeholder('id')
  const one = db
    .select({ ...conversation, snapshot: actors.snapshot })
    .from(conversations)
    .leftJoin(actors, eq(actors.address, address))
    .where(eq(conversations.id, id))
    .prepare()
  const row = listed().where(eq(conversations.id, id)).prepare()
  const visitor = db.select().from(visitors).where(eq(visitors.id, id)).prepare()
  const agent = db.select().from(agents).where(eq(agents.id, id)).prepare()
  const department = db.select().from(departments).where(eq(departments.id, id)).prepare()
  const { department: asked, open } = conversations
  const openOnes = db
    .select({ n: count() })
    .from(conversations)
    .where(and(eq(asked, sql.placeholder('department')), eq(open, true)))
    .prepare()

  return {
    ...linesOver(base),
    conversation: async (id) => {
      const [found] = await one.execute({ id })
      return found && readUpTo(found)
    },
    row: async (id) => (await show(await row.execute({ id })))[0],
    held: async (agent) => {
      const { agent: holder, offeredTo, open, state } = conversations
      const [holds, rings] = await Promise.all([
        listed().where(and(eq(holder, agent), eq(open, true), eq(state, 'active'))),
        listed().where(and(eq(offeredTo, agent), eq(open, true))),
      ])
      const both = [...holds, ...rings.filter(({ id }) => holds.every((held) => held.id !== id))]
      return show(both.sort((a, b) => a.waitingSince - b.waitingSince || compare(a.id, b.id)))
    },
    closed: async (departments, before, limit) => {
      const { department, open, closedAt } = conversations
      const pages = await Promise.all(
        departments.map((one) =>
          listed()
            .where(and(eq(department, one), eq(open, false), lt(closedAt, before)))
            .orderBy(desc(closedAt))
            .limit(limit),
        ),
      )
      const newest = pages.flat().sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
      return show(newest.slice(0, limit))
    },
    openCount: async (department) => (await openOnes.execute({ department }))[0]?.n ?? 0,
    departments: () => db.select().from(departments).orderBy(asc(departments.name)),
    department: async (id) => (await department.execute({ id }))[0],
    agents: () => db.select().from(agents).orderBy(asc(agents.name)),
    agent: async (id) => (await agent.execute({ id }))[0],
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
