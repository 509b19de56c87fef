import { and, eq, lte, type SQL, sql } from 'drizzle-orm'
import { COUNTED } from '../ports/conversations'
import type { SummaryTables } from '../tables/summaries'

/** The figures of the department that a statement asks for as `department`, at the time `now`, as columns. */
export const figureColumns = ({ conversations }: SummaryTables) => {
  const { id, department, state, open, snoozed, slaSoon } = conversations
  // As far as they are counted, and no further: each looks at so many entries of an index at most.
  const upTo = (which?: SQL) => {
    const where = and(eq(department, sql.placeholder('department')), which)
    const limit = sql.raw(String(COUNTED + 1))
    const some = sql`select ${id} from ${conversations} where ${where} limit ${limit}`
    return sql`(select count(*) from (${some}) as counted)`.mapWith(Number)
  }
  return {
    team: upTo(and(eq(state, 'active'), eq(snoozed, false))),
    due: upTo(lte(slaSoon, sql.placeholder('now'))),
    closed: upTo(eq(open, false)),
    all: upTo(),
  }
}
