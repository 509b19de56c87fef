import { and, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { ClosedKey, ConversationFilter, Conversations } from '../ports/conversations'
import type { MentionedReader } from '../ports/mentions'
import type { QueryContext } from '../query-context'
import { indexes } from '../tables/conversations'
import type { MentionTables } from '../tables/mentions'
import type { SummaryTables } from '../tables/summaries'
import { isWalked } from '../walk'
import { isOnlyOpen } from './conversation-wanted'
import { isFoundBy } from './found-by'
import { compareText } from './order'
import type { Rows } from './rows'

/** When, and by which line, somebody was called last. */
type LastCall = { at: number; seq: number; entry: string }

/** Conversations that a filter lets through, page by page. */
export const matchingOver = (
  base: QueryContext<SummaryTables & MentionTables>,
  { listed, show }: Rows,
): Pick<Conversations, 'matching' | 'matchingIds'> => {
  const { db, tables, through } = base
  const { conversations } = tables
  const { id, openedAt, closedAt, slaDue } = conversations
  const fromFor = (filter: ConversationFilter): SQL => {
    if (filter.mentioned) return calledIn(tables, filter.mentioned)
    const index = indexFor(filter)
    return index === null ? sql`${conversations}` : through(conversations, index)
  }
  const orderOf = ({ open, mentioned, sla }: ConversationFilter) => {
    if (sla) return slaDue
    if (mentioned) return sql`called.at`
    return open === false ? closedAt : openedAt
  }
  const pageOf = (filter: ConversationFilter, after: ClosedKey | undefined, limit: number) => {
    const found = isWalked({
      ...{ from: fromFor(filter), id, which: wanted(tables, filter), by: orderOf(filter) },
      after: after ? { by: after.at, id: after.id } : null,
      ...{ descending: filter.sla === undefined, limit },
    })
    return listed().where(found)
  }
  const callsIn = async (
    mentioned: MentionedReader | undefined,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, LastCall>> => {
    if (!mentioned || ids.length === 0) return new Map()
    const { agent, conversation, at, place, seq, entry } = tables.mentions
    const rows = await db
      .select({ conversation, at, seq, entry })
      .from(tables.mentions)
      .where(and(eq(agent, mentioned.agent), eq(place, 'here'), inArray(conversation, [...ids])))
      .orderBy(at, seq)
    return new Map(rows.map((row) => [row.conversation, row]))
  }

  return {
    matching: async (filter, after, limit) => {
      const sign = filter.sla ? -1 : 1
      const parts = partsOf(filter)
      const pages = await Promise.all(parts.map((part) => pageOf(part, after, limit)))
      const found = pages.flat()
      const ids = found.map((row) => row.id)
      const called = await callsIn(filter.mentioned, ids)
      const at = (row: (typeof found)[number]) => {
        if (filter.sla) return row.shown.sla?.dueAt ?? 0
        return (
          called.get(row.id)?.at ?? (filter.open === false ? (row.closedAt ?? 0) : row.openedAt)
        )
      }
      const rows = found.sort((a, b) => sign * (at(b) - at(a) || compareText(b.id, a.id)))
      const all = await show(rows.slice(0, limit))
      return all.map((row) => {
        const call = called.get(row.id)
        if (call === undefined) return row
        const { at: mentionedAt, seq, entry } = call
        return { ...row, mentionedAt, mentionedIn: { seq, entry } }
      })
    },
    matchingIds: async (filter, limit) => {
      const found = sql<string>`${id}`.mapWith(id)
      const parts = partsOf(filter).map((part) =>
        db.select({ id: found }).from(fromFor(part)).where(wanted(tables, part)).limit(limit),
      )
      const all = (await Promise.all(parts)).flat()
      return all.slice(0, limit).map(({ id }) => id)
    },
  }
}
/** Whether departments are all that is asked: each has its own stretch of an index, in order. */
const isByDepartment = ({ departments, open, ...more }: ConversationFilter): boolean =>
  departments !== undefined && Object.values(more).every((one) => one === undefined)

const partsOf = (filter: ConversationFilter): ConversationFilter[] =>
  filter.departments && (isByDepartment(filter) || isOnlyOpen(filter))
    ? filter.departments.map((department) => ({ ...filter, departments: [department] }))
    : [filter]

/** Few are open at a time, and few are one visitor's: of these each is looked at. */
const indexFor = (filter: ConversationFilter): string | null => {
  const { visitor, departments, agent, open, sla } = filter
  if (visitor !== undefined) return null
  if (sla) return departments ? indexes.sla : null
  const isOpen = isOnlyOpen(filter)
  if (isOpen && agent !== undefined) return indexes.agent
  if (isOpen) return departments ? indexes.departmentClosed : indexes.open
  if (open === false) return isByDepartment(filter) ? indexes.departmentClosed : indexes.closed
  return isByDepartment(filter) ? indexes.departmentOpened : indexes.opened
}

/** The conversations in which somebody is called by name, with when they last were: they are few. */
const calledIn = (
  { mentions: { agent, conversation, place, at }, conversations }: MentionTables & SummaryTables,
  reader: MentionedReader,
): SQL => sql`(select ${conversation} as conversation, max(${at}) as at from ${agent.table}
  where ${agent} = ${reader.agent} and ${place} = 'here' group by ${conversation}) as called
  inner join ${conversations} on ${conversations.id} = called.conversation`

/** Which of those they see. */
const isSeen = (t: SummaryTables['conversations'], reader: MentionedReader): SQL | undefined => {
  const { department, agent, offeredTo } = t
  const inHand = [eq(agent, reader.agent), eq(offeredTo, reader.agent)]
  const { departments } = reader
  return departments.length > 0
    ? or(inArray(department, [...departments]), ...inHand)
    : or(...inHand)
}

const wanted = (
  tables: SummaryTables,
  {
    visitor,
    departments,
    agent,
    open,
    states,
    snoozed,
    mentioned,
    keys,
    priority,
    sla,
    stars,
    since,
    before,
  }: ConversationFilter,
): SQL | undefined => {
  const t = tables.conversations
  return and(
    mentioned && isSeen(tables.conversations, mentioned),
    visitor === undefined ? undefined : eq(t.visitor, visitor),
    departments && inArray(t.department, [...departments]),
    agent === undefined ? undefined : eq(t.agent, agent),
    open === false ? eq(t.open, false) : undefined,
    states && inArray(t.state, [...states]),
    isOnlyOpen({ open, states }) ? eq(t.open, true) : undefined,
    snoozed === undefined ? undefined : eq(t.snoozed, snoozed),
    ...isFoundBy(t, keys ?? []),
    priority && eq(t.priority, priority),
    sla && and(lte(t.slaSoon, sla.at), isDue(t.slaDue, sla)),
    stars === undefined ? undefined : stars === 0 ? isNull(t.stars) : eq(t.stars, stars),
    since === undefined ? undefined : gte(t.openedAt, since),
    before === undefined ? undefined : lt(t.openedAt, before),
  )
}

/** Those that are late are soon so, too. */
const isDue = (
  due: SummaryTables['conversations']['slaDue'],
  { is, at }: NonNullable<ConversationFilter['sla']>,
): SQL | undefined => {
  if (is === 'due') return undefined
  return is === 'late' ? lte(due, at) : gt(due, at)
}
