import { and, desc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { joinedKeys } from '../../../actors/summary'
import type { ClosedKey, ConversationFilter, Conversations } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'
import { compareText } from './order'
import type { Rows } from './rows'

const NEWEST: ClosedKey = { at: Number.MAX_SAFE_INTEGER, id: '' }

/** Conversations that a filter lets through, page by page. */
export const matchingOver = (
  { db, tables: { conversations } }: QueryContext<SummaryTables>,
  { listed, show }: Rows,
): Pick<Conversations, 'matching' | 'matchingIds'> => {
  const { id, openedAt, closedAt } = conversations
  const orderOf = ({ open }: ConversationFilter) => (open === false ? closedAt : openedAt)

  return {
    matching: async (filter, before = NEWEST, limit) => {
      const by = orderOf(filter)
      // The first bound is all that MySQL looks for in the index.
      const behind = and(lte(by, before.at), or(lt(by, before.at), lt(id, before.id)))
      const pages = await Promise.all(
        partsOf(filter).map((part) =>
          listed()
            .where(and(wanted(conversations, part), behind))
            .orderBy(desc(by), desc(id))
            .limit(limit),
        ),
      )
      const at = (row: { openedAt: number; closedAt: number | null }) =>
        filter.open === false ? (row.closedAt ?? 0) : row.openedAt
      const rows = pages.flat().sort((a, b) => at(b) - at(a) || compareText(b.id, a.id))
      return show(rows.slice(0, limit))
    },
    matchingIds: async (filter, limit) => {
      const parts = partsOf(filter).map((part) =>
        db.select({ id }).from(conversations).where(wanted(conversations, part)).limit(limit),
      )
      const found = (await Promise.all(parts)).flat()
      return found.slice(0, limit).map(({ id }) => id)
    },
  }
}

/** Each department has its own stretch of an index, in which its conversations stand in order. */
const partsOf = (filter: ConversationFilter): ConversationFilter[] =>
  filter.departments?.map((department) => ({ ...filter, departments: [department] })) ?? [filter]

const wanted = (
  t: SummaryTables['conversations'],
  {
    visitor,
    departments,
    agent,
    open,
    states,
    snoozed,
    keys,
    priority,
    stars,
    since,
    before,
  }: ConversationFilter,
): SQL | undefined =>
  and(
    visitor === undefined ? undefined : eq(t.visitor, visitor),
    departments && inArray(t.department, [...departments]),
    agent === undefined ? undefined : eq(t.agent, agent),
    open === undefined ? undefined : eq(t.open, open),
    states && inArray(t.state, [...states]),
    snoozed === undefined ? undefined : eq(t.snoozed, snoozed),
    ...(keys ?? []).map((key) => sql`instr(${t.searchKeys}, ${joinedKeys([key])}) > 0`),
    priority && eq(t.priority, priority),
    stars === undefined ? undefined : stars === 0 ? isNull(t.stars) : eq(t.stars, stars),
    since === undefined ? undefined : gte(t.openedAt, since),
    before === undefined ? undefined : lt(t.openedAt, before),
  )
