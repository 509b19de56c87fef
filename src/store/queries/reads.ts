import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Needs } from '../../../actors/rows'
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
  const headOfOne = db
    .select()
    .from(line)
    .where(
      and(
        eq(line.department, department),
        eq(line.language, sql.placeholder('language')),
        isNull(line.offeredTo),
      ),
    )
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

  const headsOf = async ({ department, line: limit, languages }: NonNullable<Needs>) => {
    if (limit === 0) return []
    if (!languages) return head.execute({ department, limit })
    const heads = await Promise.all(
      languages.map((language) => headOfOne.execute({ department, language, limit })),
    )
    return heads.flat().sort((one, other) => one.lane - other.lane || one.rank - other.rank)
  }

  return async (needs) => {
    const [waiting, about, agents] = await Promise.all([
      headsOf(needs),
      needs.conversation === null
        ? []
        : row.execute({ department: needs.department, conversation: needs.conversation }),
      all.execute({ department: needs.department }),
    ])
    return { line: waiting, row: about[0] ?? null, floor: agents }
  }
}
