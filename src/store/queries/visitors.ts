import { eq, sql } from 'drizzle-orm'
import type { VisitorRow } from '../../../actors/visitor/summary'
import type { Visitors } from '../ports/visitors'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'

type Stored = VisitorRow & { sortName: string; words: string }

/** What a list has of one: what it is searched by is for the store alone. */
export const shownVisitor = ({
  sortName: _,
  words: __,
  tags,
  ...row
}: Omit<Stored, 'tags'> & { tags: VisitorRow['tags'] | null }): VisitorRow => ({
  ...row,
  tags: tags ?? [],
})

export const visitorsOver = ({
  db,
  tables: { visitors },
}: QueryContext<SummaryTables>): Visitors => {
  const one = db
    .select()
    .from(visitors)
    .where(eq(visitors.id, sql.placeholder('id')))
    .prepare()
  return {
    find: async (id) => {
      const [found] = await one.execute({ id })
      return found && shownVisitor(found)
    },
  }
}
