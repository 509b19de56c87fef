import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Conversations, Figures } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import type { ActorTables } from '../tables/actors'
import type { QueueTables } from '../tables/queue'
import type { SummaryTables } from '../tables/summaries'
import { figureColumns } from './figures'
import type { Rows } from './rows'

/** Who waits, in the order of each department's line. A conversation that rings still waits. */
export const linesOver = (
  context: QueryContext<ActorTables & QueueTables & SummaryTables>,
  { show, ...columns }: Rows,
): Pick<Conversations, 'lineHeads' | 'lineStretch' | 'lineOrder'> => {
  const { order, length, head, stretch } = prepared(context, columns)
  return {
    lineHeads: async (departments, limit, now) => {
      // The first row brings the length of its line and the figures, also where no row is wanted.
      const heads = await Promise.all(
        departments.map((department) =>
          head.execute({ department, now, limit: Math.max(1, limit) }),
        ),
      )
      const wanted = heads.map((found) =>
        found
          .flatMap(({ row, snapshot, stands }) =>
            row && stands ? [{ ...row, snapshot, ...stands }] : [],
          )
          .slice(0, limit)
          .map(placedFrom(0)),
      )
      const rows = await show(wanted.flat())
      let at = 0
      return departments.map((department, n) => {
        const { count = 0, figures = NONE } = heads[n]?.[0] ?? {}
        const size = wanted[n]?.length ?? 0
        at += size
        return { department, count, figures, rows: rows.slice(at - size, at) }
      })
    },
    lineStretch: async ({ department, from }, limit) => {
      const ahead = from - 1
      const found = await stretch.execute({ department, limit, ahead })
      // Behind the end of the line no row says how long it is.
      const [first] = found.length > 0 ? found : await length.execute({ department })
      const rows = await show(found.map(({ count: _count, ...row }) => row).map(placedFrom(ahead)))
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
  const { line, departments, conversations, actors } = tables
  const waits = eq(line.department, sql.placeholder('department'))
  const order = db
    .select({ conversation: line.conversation })
    .from(line)
    .where(waits)
    .orderBy(asc(line.lane), asc(line.rank))
    .prepare()
  const length = db.select({ count: count() }).from(line).where(waits).prepare()
  const stands = { lane: line.lane, rank: line.rank, since: line.since }
  const whole = { count: sql`(select count(*) from ${line} where ${waits})`.mapWith(Number) }
  const shown = { ...conversation, snapshot: actors.snapshot, ...stands }
  // A department has its figures, whether anybody waits there or not.
  const head = db
    .select({
      ...{ row: conversation, snapshot: actors.snapshot, stands },
      ...{ figures: figureColumns(tables), ...whole },
    })
    .from(departments)
    .leftJoin(line, waits)
    .leftJoin(conversations, eq(conversations.id, line.conversation))
    .leftJoin(actors, eq(actors.address, address))
    .where(eq(departments.id, sql.placeholder('department')))
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
    .select({ ...shown, ...whole })
    .from(places)
    .innerJoin(line, and(waits, eq(line.conversation, places.conversation)))
    .innerJoin(conversations, eq(conversations.id, line.conversation))
    .leftJoin(actors, eq(actors.address, address))
    .orderBy(asc(places.lane), asc(places.rank))
    .prepare()
  return { order, length, head, stretch }
}

const NONE: Figures = { team: 0, due: 0, closed: 0, all: 0 }

const placedFrom =
  (ahead: number) =>
  <R extends object>(row: R, n: number) => ({ ...row, place: ahead + n + 1 })
