import { and, asc, eq, sql } from 'drizzle-orm'
import type { Departments } from '../ports/departments'
import type { QueryContext } from '../query-context'
import type { QueueTables } from '../tables/queue'
import type { SummaryTables } from '../tables/summaries'

export const departmentsOver = ({
  db,
  tables: { departments, floor },
}: QueryContext<QueueTables & SummaryTables>): Departments => {
  const one = db
    .select()
    .from(departments)
    .where(eq(departments.id, sql.placeholder('id')))
    .prepare()
  const onDuty = db
    .selectDistinct({ languages: floor.languages })
    .from(floor)
    .where(
      and(
        eq(floor.department, sql.placeholder('id')),
        eq(floor.ready, true),
        eq(floor.mayReply, true),
      ),
    )
    .prepare()
  return {
    all: () => db.select().from(departments).orderBy(asc(departments.name)),
    find: async (id) => (await one.execute({ id }))[0],
    onDuty: async (id) => (await onDuty.execute({ id })).map(({ languages }) => languages),
  }
}
