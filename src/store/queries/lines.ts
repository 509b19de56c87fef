import { and, asc, eq, sql } from 'drizzle-orm'
import type { Inbox } from '../ports/inbox'
import type { QueryContext } from '../query-context'
import { rowsOver } from './rows'

type Lines = Pick<Inbox, 'lineHeads' | 'lineOrder' | 'isStaffed'>

/** Who waits, in the order of each department's line. A conversation that rings still waits. */
export const linesOver = (base: QueryContext): Lines => {
  const { db, tables } = base
  const { line, floor, conversations, actors } = tables
  const { conversation, address, show } = rowsOver(base)
  const waits = eq(line.department, sql.placeholder('department'))
  const order = db
    .select({ conversation: line.conversation })
    .from(line)
    .where(waits)
    .orderBy(asc(line.lane), asc(line.rank))
    .prepare()
  const length = sql`(select count(*) from ${line} where ${waits})`.mapWith(Number)
  const onDuty = db
    .select({ agent: floor.agent })
    .from(floor)
    .where(
      and(
        eq(floor.department, sql.placeholder('department')),
        eq(floor.ready, true),
        eq(floor.mayReply, true),
      ),
    )
    .limit(1)
    .prepare()
  const head = db
    .select({
      ...conversation,
      snapshot: actors.snapshot,
      lane: line.lane,
      since: line.since,
      count: length,
    })
    .from(line)
    .innerJoin(conversations, eq(conversations.id, line.conversation))
    .leftJoin(actors, eq(actors.address, address))
    .where(waits)
    .orderBy(asc(line.lane), asc(line.rank))
    .limit(sql.placeholder('limit'))
    .prepare()

  return {
    lineHeads: async (departments, limit) => {
      // The first row brings the length of its line, also where no row is wanted.
      const heads = await Promise.all(
        departments.map((department) => head.execute({ department, limit: Math.max(1, limit) })),
      )
      const wanted = heads.map((rows) => rows.slice(0, limit).map(placed))
      const rows = await show(wanted.flat())
      let at = 0
      return departments.map((department, n) => {
        const [first] = heads[n] ?? []
        const size = wanted[n]?.length ?? 0
        at += size
        return { department, count: first?.count ?? 0, rows: rows.slice(at - size, at) }
      })
    },
    lineOrder: async (department) =>
      (await order.execute({ department })).map(({ conversation }) => conversation),
    isStaffed: async (department) => (await onDuty.execute({ department })).length > 0,
  }
}

const placed = <R extends { count: number }>({ count: _count, ...row }: R, n: number) => ({
  ...row,
  place: n + 1,
})
