import { and, desc, eq, gte, inArray, isNull, lt, lte, max, or, type SQL, sql } from 'drizzle-orm'
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

const NEWEST: ClosedKey = { at: Number.MAX_SAFE_INTEGER, id: '' }

/** Conversations that a filter lets through, page by page. */
export const matchingOver = (
  base: QueryContext<SummaryTables & MentionTables>,
  { listed, show }: Rows,
): Pick<Conversations, 'matching' | 'matchingIds'> => {
  const { db, tables, through } = base
  const { conversations } = tables
  const { id, openedAt, closedAt } = conversations
  const fromFor = (filter: ConversationFilter): SQL => {
    const index = indexFor(filter)
    return index === null ? sql`${conversations}` : through(conversations, index)
  }
  /** Where somebody is called by name: those are few, and each is looked at. */
  const calledIn = (filter: ConversationFilter, reader: MentionedReader, before: ClosedKey) => {
    const by = sql`(${calls(tables, reader, id)})`
    const behind = and(lte(by, before.at), or(lt(by, before.at), lt(id, before.id)))
    return listed()
      .where(and(wanted(tables, filter), behind))
      .orderBy(desc(by), desc(id))
  }
  const pageOf = (filter: ConversationFilter, before: ClosedKey, limit: number) => {
    if (filter.mentioned) return calledIn(filter, filter.mentioned, before).limit(limit)
    const found = isWalked({
      ...{ from: fromFor(filter), id, which: wanted(tables, filter) },
      by: filter.open === false ? closedAt : openedAt,
      after: before === NEWEST ? null : { by: before.at, id: before.id },
      ...{ descending: true, limit },
    })
    return listed().where(found)
  }
  const callsIn = async (
    mentioned: MentionedReader | undefined,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, number>> => {
    if (!mentioned || ids.length === 0) return new Map()
    const { agent, conversation, at, place } = tables.mentions
    const rows = await db
      .select({ conversation, at: max(at) })
      .from(tables.mentions)
      .where(and(eq(agent, mentioned.agent), eq(place, 'here'), inArray(conversation, [...ids])))
      .groupBy(conversation)
    return new Map(rows.map((row) => [row.conversation, row.at ?? 0]))
  }

  return {
    matching: async (filter, before = NEWEST, limit) => {
      const parts = partsOf(filter)
      const pages = await Promise.all(parts.map((part) => pageOf(part, before, limit)))
      const found = pages.flat()
      const ids = found.map((row) => row.id)
      const called = await callsIn(filter.mentioned, ids)
      const at = (row: { id: string; openedAt: number; closedAt: number | null }) =>
        called.get(row.id) ?? (filter.open === false ? (row.closedAt ?? 0) : row.openedAt)
      const rows = found.sort((a, b) => at(b) - at(a) || compareText(b.id, a.id))
      const all = await show(rows.slice(0, limit))
      return all.map((row) => {
        const mentionedAt = called.get(row.id)
        return mentionedAt === undefined ? row : { ...row, mentionedAt }
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
  const { visitor, departments, agent, open, mentioned } = filter
  if (mentioned || visitor !== undefined) return null
  const isOpen = isOnlyOpen(filter)
  if (isOpen && agent !== undefined) return indexes.agent
  if (isOpen) return departments ? indexes.departmentClosed : indexes.open
  if (open === false) return isByDepartment(filter) ? indexes.departmentClosed : indexes.closed
  return isByDepartment(filter) ? indexes.departmentOpened : indexes.opened
}

/** When somebody was called by name last in a conversation. */
const calls = (
  { mentions: { agent, conversation, place, at } }: MentionTables,
  reader: MentionedReader,
  id: SummaryTables['conversations']['id'],
): SQL =>
  sql`select max(${at}) from ${agent.table} where ${agent} = ${reader.agent} and ${conversation} = ${id} and ${place} = 'here'`

/** Whether somebody is called by name in it, and sees it. */
const isMentioned = (
  t: MentionTables & SummaryTables,
  reader: MentionedReader,
): SQL | undefined => {
  const { id, department, agent, offeredTo } = t.conversations
  const called = sql`${id} in (select ${t.mentions.conversation} from ${t.mentions}
    where ${t.mentions.agent} = ${reader.agent} and ${t.mentions.place} = 'here')`
  const inHand = [eq(agent, reader.agent), eq(offeredTo, reader.agent)]
  const { departments } = reader
  return and(
    called,
    departments.length > 0 ? or(inArray(department, [...departments]), ...inHand) : or(...inHand),
  )
}

const wanted = (
  tables: SummaryTables & MentionTables,
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
    stars,
    since,
    before,
  }: ConversationFilter,
): SQL | undefined => {
  const t = tables.conversations
  return and(
    mentioned && isMentioned(tables, mentioned),
    visitor === undefined ? undefined : eq(t.visitor, visitor),
    departments && inArray(t.department, [...departments]),
    agent === undefined ? undefined : eq(t.agent, agent),
    open === false ? eq(t.open, false) : undefined,
    states && inArray(t.state, [...states]),
    isOnlyOpen({ open, states }) ? eq(t.open, true) : undefined,
    snoozed === undefined ? undefined : eq(t.snoozed, snoozed),
    ...isFoundBy(t, keys ?? []),
    priority && eq(t.priority, priority),
    stars === undefined ? undefined : stars === 0 ? isNull(t.stars) : eq(t.stars, stars),
    since === undefined ? undefined : gte(t.openedAt, since),
    before === undefined ? undefined : lt(t.openedAt, before),
  )
}
