import { and, asc, count, desc, eq, getTableColumns, gt, inArray, lt, sql } from 'drizzle-orm'
import { REMOVED } from '../ports/departments'
import type { Inbox } from '../ports/inbox'
import type { QueryContext } from '../query-context'
import { linesOver } from './lines'
import { rowsOver } from './rows'

export const inboxOver = (base: QueryContext): Inbox => {
  const { db, tables } = base
  const { actors, journal, conversations, departments, agents, visitors, settings } = tables
  const { address, conversation, listed, seen, show } = rowsOver(base)
  const id = sql.placeholder('id')
  const one = db
    .select({ ...conversation, ...seen })
    .from(conversations)
    .leftJoin(actors, eq(actors.address, address))
    .where(eq(conversations.id, id))
    .prepare()
  const row = listed().where(eq(conversations.id, id)).prepare()
  const visitor = db.select().from(visitors).where(eq(visitors.id, id)).prepare()
  const { agent: holder, offeredTo, state } = conversations
  const holds = listed()
    .where(and(eq(holder, id), eq(conversations.open, true), eq(state, 'active')))
    .prepare()
  const rings = listed()
    .where(and(eq(offeredTo, id), eq(conversations.open, true)))
    .prepare()
  const agent = db.select().from(agents).where(eq(agents.id, id)).prepare()
  const actorOf = sql`concat('department:', ${departments.id})`
  const createdAt = sql`coalesce(${journal.at}, 0)`.mapWith(Number)
  const removed = eq(settings.name, sql`concat(${REMOVED}, ${departments.id})`)
  const removedAt = sql<number | null>`${settings.value}`.mapWith(Number)
  const kept = { ...getTableColumns(departments), removedAt }
  const department = db
    .select(kept)
    .from(departments)
    .leftJoin(settings, removed)
    .where(eq(departments.id, id))
    .prepare()
  const { department: asked, open } = conversations
  const openOnes = db
    .select({ n: count() })
    .from(conversations)
    .where(and(eq(asked, sql.placeholder('department')), eq(open, true)))
    .prepare()

  return {
    ...linesOver(base),
    conversation: async (id) => (await one.execute({ id }))[0],
    row: async (id) => (await show(await row.execute({ id })))[0],
    rows: async (ids) =>
      ids.length === 0 ? [] : show(await listed().where(inArray(conversations.id, [...ids]))),
    held: async (agent) => {
      const [held, ringing] = await Promise.all([
        holds.execute({ id: agent }),
        rings.execute({ id: agent }),
      ])
      const both = [...held, ...ringing.filter(({ id }) => held.every((one) => one.id !== id))]
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
    departments: () =>
      db
        .select({ ...kept, createdAt })
        .from(departments)
        .leftJoin(settings, removed)
        .leftJoin(journal, and(eq(journal.address, actorOf), eq(journal.version, 1)))
        .orderBy(asc(departments.name)),
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
