import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Turns } from '../ports/turns'
import type { QueryContext } from '../query-context'
import type { QueueTables } from '../tables/queue'

/** What a department's turn reads: never more than the head of its line and its own floor. */
export const readsOver = ({
  db,
  tables: { line, floor },
}: QueryContext<QueueTables>): Turns['reads'] => {
  const department = sql.placeholder('department')
  const head = db
    .select()
    .from(line)
    .where(and(eq(line.department, department), isNull(line.offeredTo)))
    .orderBy(asc(line.lane), asc(line.rank))
    .limit(sql.placeholder('limit'))
    .prepare()
  const row = db
    .select()
    .from(line)
    .where(
      and(eq(line.department, department), eq(line.conversation, sql.placeholder('conversation'))),
    )
    .prepare()
  const all = db.select().from(floor).where(eq(floor.department, department)).prepare()

  return async (needs) => {
    const [waiting, about, agents] = await Promise.all([
      head.execute({ department: needs.department, limit: needs.line }),
      needs.conversation === null
        ? []
        : row.execute({ department: needs.department, conversation: needs.conversation }),
      all.execute({ department: needs.department }),
    ])
    return { line: waiting, row: about[0] ?? null, floor: agents }
  }
}
