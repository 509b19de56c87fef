import { and, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm'
import { isOver } from '../../../actors/summary'
import type { ConversationFilter, ConversationsAsk } from '../ports/conversations'
import type { SummaryTables } from '../tables/summaries'
import { isFoundBy } from './found-by'

type Wanted = Pick<ConversationsAsk, 'filter' | 'sight'>

/** Which of all conversations are meant, for who sees so much; of a language `readingOver` says it. */
export const wantedOf = (
  { conversations: t }: SummaryTables,
  { filter, sight }: Wanted,
): SQL | undefined => and(seenBy(t, sight), placed(t, filter), timed(t, filter))

/** Whether none that has ended is meant. */
export const isOnlyOpen = ({
  open,
  states,
}: Pick<ConversationFilter, 'open' | 'states'>): boolean =>
  open === true || (states !== undefined && !states.some((state) => isOver({ state })))

const seenBy = (t: SummaryTables['conversations'], sight: ConversationsAsk['sight']) => {
  if (sight.all) return undefined
  const own = eq(t.agent, sight.person)
  const { departments } = sight
  return departments.length === 0 ? own : or(own, inArray(t.department, [...departments]))
}

const placed = (t: SummaryTables['conversations'], filter: Wanted['filter']) => {
  const { ids, visitor, departments, agent, open, states, keys, priority, stars, rated } = filter
  return and(
    ids && inArray(t.id, [...ids]),
    visitor === undefined ? undefined : eq(t.visitor, visitor),
    departments && inArray(t.department, [...departments]),
    agent === undefined ? undefined : eq(t.agent, agent),
    open === undefined ? undefined : eq(t.open, open),
    states && inArray(t.state, [...states]),
    // Few are open at a time, and an index has them.
    isOnlyOpen(filter) ? eq(t.open, true) : undefined,
    ...isFoundBy(t, keys ?? []),
    priority && eq(t.priority, priority),
    stars === undefined ? undefined : stars === 0 ? isNull(t.stars) : eq(t.stars, stars),
    rated ? isNotNull(t.stars) : undefined,
  )
}

const timed = (
  t: SummaryTables['conversations'],
  { since, before, closedSince, closedBefore }: Wanted['filter'],
) =>
  and(
    since === undefined ? undefined : gte(t.openedAt, since),
    before === undefined ? undefined : lt(t.openedAt, before),
    closedSince === undefined ? undefined : gte(t.closedAt, closedSince),
    closedBefore === undefined ? undefined : lt(t.closedAt, closedBefore),
  )
