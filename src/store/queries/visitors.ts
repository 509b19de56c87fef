import { eq, inArray, sql } from 'drizzle-orm'
import type { Visitors } from '../ports/visitors'
import type { QueryContext } from '../query-context'
import type { IdentityTables } from '../tables/identities'
import type { SummaryTables } from '../tables/summaries'
import type { VisitTables } from '../tables/visits'
import { shownVisitor } from './shown-visitor'
import { visitorMergesOver } from './visitor-merges'
import { visitorPagesOver } from './visitor-pages'

export const visitorsOver = (
  base: QueryContext<SummaryTables & VisitTables & IdentityTables>,
): Visitors => {
  const { db, tables } = base
  const { visitors } = tables
  const one = db
    .select()
    .from(visitors)
    .where(eq(visitors.id, sql.placeholder('id')))
    .prepare()
  return {
    ...visitorPagesOver(base),
    ...visitorMergesOver(base),
    byEmails: async (emails) => {
      if (emails.length === 0) return []
      const rows = await db
        .select()
        .from(visitors)
        .where(inArray(visitors.email, [...emails]))
      return rows.map(shownVisitor)
    },
    there: async (ids) => {
      if (ids.length === 0) return []
      const rows = await db
        .select({ id: visitors.id })
        .from(visitors)
        .where(inArray(visitors.id, [...ids]))
      return rows.map(({ id }) => id)
    },
    find: async (id) => {
      const [found] = await one.execute({ id })
      return found && shownVisitor(found)
    },
  }
}
