import { and, asc, eq, sql } from 'drizzle-orm'
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
  const shown = {
    ...conversation,
    ...{ snapshot: actors.snapshot, lane: line.lane, rank: line.rank, since: line.since },
    count: sql`(select count(*) from ${line} where ${waits})`.mapWith(Number),
  }
  const head = db
    .select(shown)
    .from(line)
    .innerJoin(conversations, eq(conversations.id, line.conversation))
    .leftJoin(actors, eq(actors.address, address))
    .where(waits)
    .orderBy(asc(line.lane), asc(line.rank))
    .limit(sql.placeholder('limit'))
    .prepare()
  // Who stands where is known to the index alone. The rows of those ahead, with all that is joined to
  // them, are never read: a stretch costs the same rows wherever it begins, and passes over as many
  // entries of the index at most as the length of the line does, which every stretch counts.
  const places = db
    .select({ conversation: line.conversation, lane: line.lane, rank: line.rank })
    .from(line)
    .where(waits)
    .orderBy(asc(line.lane), asc(line.rank))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('ahead'))
    .as('places')
  const stretch = db
    .select(shown)
    .from(places)
    .innerJoin(line, and(waits, eq(line.conversation, places.conversation)))
    .innerJoin(conversations, eq(conversations.id, line.conversation))
    .leftJoin(actors, eq(actors.address, address))
    .orderBy(asc(places.lane), asc(places.rank))
    .prepare()
  return { order, head, stretch }
}

const placed = <R extends { count: number }>({ count: _count, ...row }: R, n: number) => ({
  ...row,
  place: n + 1,
})
