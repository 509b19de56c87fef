import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { joinedKeys } from '../../../actors/summary'
import type { ClosedKey, ConversationFilter, Conversations } from '../ports/conversations'
import type { MentionedReader } from '../ports/mentions'
import type { QueryContext } from '../query-context'
import type { MentionTables } from '../tables/mentions'
import type { SummaryTables } from '../tables/summaries'
import { compareText } from './order'
import type { Rows } from './rows'

/** When, and by which line, somebody was called last. */
type LastCall = { at: number; seq: number; entry: string }

const NEWEST: ClosedKey = { at: Number.MAX_SAFE_INTEGER, id: '' }
const FIRST: ClosedKey = { at: 0, id: '' }

/** Conversations that a filter lets through, page by page. */
export const matchingOver = (
  { db, tables }: QueryContext<SummaryTables & MentionTables>,
  { listed, show }: Rows,
): Pick<Conversations, 'matching' | 'matchingIds'> => {
  const { conversations } = tables
  const { id, openedAt, closedAt, slaDue } = conversations
  const orderOf = ({ open, mentioned, sla }: ConversationFilter): SQL => {
    if (sla) return sql`${slaDue}`
    if (mentioned) return sql`(${calls(tables, mentioned, id)})`
    return open === false ? sql`${closedAt}` : sql`${openedAt}`
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
    matching: async (filter, before = filter.sla ? FIRST : NEWEST, limit) => {
      const by = orderOf(filter)
      // The first bound is all that MySQL looks for in the index.
      const behind = filter.sla
        ? and(gte(by, before.at), or(gt(by, before.at), gt(id, before.id)))
        : and(lte(by, before.at), or(lt(by, before.at), lt(id, before.id)))
      const [order, sign] = filter.sla ? [asc, -1] : [desc, 1]
      const pages = await Promise.all(
        partsOf(filter).map((part) =>
          listed()
            .where(and(wanted(tables, part), behind))
            .orderBy(order(by), order(id))
            .limit(limit),
        ),
      )
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
      const parts = partsOf(filter).map((part) =>
        db.select({ id }).from(conversations).where(wanted(tables, part)).limit(limit),
      )
      const found = (await Promise.all(parts)).flat()
      return found.slice(0, limit).map(({ id }) => id)
    },
  }
}

/** Each department has its own stretch of an index, in which its conversations stand in order. */
const partsOf = (filter: ConversationFilter): ConversationFilter[] =>
  filter.departments?.map((department) => ({ ...filter, departments: [department] })) ?? [filter]

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
    sla,
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
    open === undefined ? undefined : eq(t.open, open),
    states && inArray(t.state, [...states]),
    snoozed === undefined ? undefined : eq(t.snoozed, snoozed),
    ...(keys ?? []).map((key) => sql`instr(${t.searchKeys}, ${joinedKeys([key])}) > 0`),
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
