import { eq, sql } from 'drizzle-orm'
import type { Visitors } from '../ports/visitors'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'

export const visitorsOver = ({
  db,
  tables: { visitors },
}: QueryContext<SummaryTables>): Visitors => {
  const one = db
    .select()
    .from(visitors)
    .where(eq(visitors.id, sql.placeholder('id')))
    .prepare()
  return { find: async (id) => (await one.execute({ id }))[0] }
}
