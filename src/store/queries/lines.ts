import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Inbox } from '../ports/inbox'
import type { QueryContext } from '../query-context'
import { rowsOver } from './rows'

type Lines = Pick<Inbox, 'line' | 'lineOrder' | 'lineCount' | 'isStaffed'>

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
  const length = db.select({ n: count() }).from(line).where(waits).prepare()
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
    .select({ ...conversation, snapshot: actors.snapshot, lane: line.lane, since: line.since })
    .from(line)
    .innerJoin(conversations, eq(conversations.id, line.conversation))
    .leftJoin(actors, eq(actors.address, address))
    .where(waits)
    .orderBy(asc(line.lane), asc(line.rank))
    .limit(sql.placeholder('limit'))
    .prepare()

  return {
    line: async (departments, limit) => {
      const heads = await Promise.all(
        departments.map((department) => head.execute({ department, limit })),
      )
      const placed = heads.map((rows) => rows.map((row, n) => ({ ...row, place: n + 1 })))
      return (await show(merged(placed, limit))).map(
        ({ lane: _lane, since: _since, ...row }) => row,
      )
    },
    lineOrder: async (department) =>
      (await order.execute({ department })).map(({ conversation }) => conversation),
    lineCount: async (department) => (await length.execute({ department }))[0]?.n ?? 0,
    isStaffed: async (department) => (await onDuty.execute({ department })).length > 0,
  }
}

type Waiting = { lane: number; since: number }

/** Several lines as one: each keeps its own order, and of their heads the longest wait is next. */
const merged = <R extends Waiting>(lines: readonly (readonly R[])[], limit: number): R[] => {
  const heads = lines.map(() => 0)
  const taken: R[] = []
  while (taken.length < limit) {
    const next = lines
      .map((rows, n) => ({ n, row: rows[heads[n] ?? 0] }))
      .reduce((best, head) => (isBefore(head.row, best.row) ? head : best), {
        n: -1,
        row: undefined,
      })
    if (!next.row) break
    taken.push(next.row)
    heads[next.n] = (heads[next.n] ?? 0) + 1
  }
  return taken
}

const isBefore = (a: Waiting | undefined, b: Waiting | undefined): boolean => {
  if (!a) return false
  return !b || a.lane < b.lane || (a.lane === b.lane && a.since < b.since)
}
