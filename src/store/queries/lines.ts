import { asc, eq, sql } from 'drizzle-orm'
import type { Conversations } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import type { ActorTables } from '../tables/actors'
import type { QueueTables } from '../tables/queue'
import type { SummaryTables } from '../tables/summaries'
import type { Rows } from './rows'

/** Who waits, in the order of each department's line. A conversation that rings still waits. */
export const linesOver = (
  context: QueryContext<ActorTables & QueueTables & SummaryTables>,
  { show, ...columns }: Rows,
): Pick<Conversations, 'lineHeads' | 'lineStretch' | 'lineOrder'> => {
  const { order, head, stretch } = prepared(context, columns)
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
    lineStretch: async ({ department, from }, limit) => {
      const ahead = from - 1
      const found = await stretch.execute({ department, limit, ahead })
      // Behind the end of the line no row says how long it is.
      const [first] = found.length > 0 ? found : await head.execute({ department, limit: 1 })
      const rows = await show(found.map((row, n) => placed(row, ahead + n)))
      return { department, count: first?.count ?? 0, rows }
    },
    lineOrder: async (department) =>
      (await order.execute({ department })).map(({ conversation }) => conversation),
  }
}

const prepared = (
  { db, tables }: QueryContext<ActorTables & QueueTables & SummaryTables>,
  { conversation, address }: Pick<Rows, 'conversation' | 'address'>,
) => {
  const { line, conversations, actors } = tables
  const waits = eq(line.department, sql.placeholder('department'))
  const order = db
    .select({ conversation: line.conversation })
    .from(line)
    .where(waits)
    .orderBy(asc(line.lane), asc(line.rank))
    .prepare()
  const length = sql`(select count(*) from ${line} where ${waits})`.mapWith(Number)
  const rows = () =>
    db
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
  const head = rows().prepare()
  const stretch = rows().offset(sql.placeholder('ahead')).prepare()
  return { order, head, stretch }
}

const placed = <R extends { count: number }>({ count: _count, ...row }: R, n: number) => ({
  ...row,
  place: n + 1,
})
