import { and, desc, eq, lt, lte, or, sql } from 'drizzle-orm'
import type { ClosedKey, Conversations, InboxRow } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'
import { compareText } from './order'
import type { Rows } from './rows'

const NEWEST: ClosedKey = { at: Number.MAX_SAFE_INTEGER, id: '' }

/** Pages of closed conversations, newest first. */
export const closedOver = (
  { tables }: QueryContext<SummaryTables>,
  { listed, show }: Rows,
): Pick<Conversations, 'closed'> => {
  const { closedAt, department, id, open } = tables.conversations
  const at = sql.placeholder('at')
  const page = listed()
    .where(
      and(
        eq(department, sql.placeholder('department')),
        eq(open, false),
        // The first bound is all that MySQL looks for in the index.
        lte(closedAt, at),
        or(lt(closedAt, at), lt(id, sql.placeholder('id'))),
      ),
    )
    .orderBy(desc(closedAt), desc(id))
    .limit(sql.placeholder('limit'))
    .prepare()

  return {
    closed: async (departments, before = NEWEST, limit) => {
      const pages = await Promise.all(
        departments.map((department) => page.execute({ department, ...before, limit })),
      )
      return show(pages.flat().sort(byClosing).slice(0, limit))
    },
  }
}

type Closing = Pick<InboxRow, 'id' | 'closedAt'>
const byClosing = (a: Closing, b: Closing): number =>
  (b.closedAt ?? 0) - (a.closedAt ?? 0) || compareText(b.id, a.id)
