import { and, type Column, count, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { ConversationRow } from '../../../actors/summary'
import { keyset } from '../keyset'
import { type ListPart, merged, type Place, readParts } from '../keyset-parts'
import type { Conversations, ConversationsAsk } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import type { TranscriptTables } from '../tables/entries'
import type { SummaryTables } from '../tables/summaries'
import { wantedOf } from './conversation-wanted'
import type { Rows } from './rows'

type Context = QueryContext<SummaryTables & TranscriptTables>

const STARS = [1, 2, 3, 4, 5]

/** Pages of all conversations, whatever their department; and what they come to. */
export const conversationPagesOver = (
  base: Context,
  rows: Rows,
): Pick<Conversations, 'page' | 'talks' | 'ratings'> => ({
  page: (ask, limit) => readParts(partsOf(base, rows, ask), ask.after, limit),
  talks: talksOver(base),
  ratings: ratingsOver(base),
})

type PartAsk = { which?: SQL | undefined; by: Column; after: Place | null; limit: number }

/** What an order is made of, each by an index of its own. What has nothing to sort by comes last. */
const partsOf = (
  { db, tables }: Context,
  { conversation, summaryOf }: Rows,
  ask: ConversationsAsk,
): ListPart<ConversationRow>[] => {
  const t = tables.conversations
  const { order, descending, filter } = ask
  const step = async ({ which, by, after, limit }: PartAsk): Promise<ConversationRow[]> => {
    const { where, order: sorted } = keyset({ by, id: t.id, descending, after })
    const rows = await db
      .select(conversation)
      .from(t)
      .where(and(wantedOf(tables, ask), which, where))
      .orderBy(...sorted)
      .limit(limit)
    return rows.map(summaryOf)
  }
  const rest = (which: SQL): ListPart<ConversationRow> => ({
    holds: ({ by }) => by === '',
    read: (after, limit) => step({ which, by: t.id, after, limit }),
  })
  if (order === 'opened')
    return [{ holds: () => true, read: (after, limit) => step({ by: t.openedAt, after, limit }) }]
  if (order === 'stars') {
    const each = starsOf(filter).map((stars) => ({
      holds: ({ by }: Place) => String(by).startsWith(`${stars}.`),
      read: (after: Place | null, limit: number) =>
        step({ which: eq(t.stars, stars), by: t.closedAt, after: after && closedIn(after), limit }),
    }))
    return [
      ...(descending ? each.reverse() : each),
      ...(filter.rated ? [] : [rest(isNull(t.stars))]),
    ]
  }
  const closed = filter.rated
    ? async (after: Place | null, limit: number) => {
        const lanes = starsOf(filter).map((stars) =>
          step({ which: eq(t.stars, stars), by: t.closedAt, after, limit }),
        )
        return merged(await Promise.all(lanes), ({ closedAt }) => closedAt ?? 0, {
          ...{ descending, limit },
        })
      }
    : (after: Place | null, limit: number) =>
        step({ which: isNotNull(t.closedAt), by: t.closedAt, after, limit })
  return [
    { holds: ({ by }) => by !== '', read: closed },
    ...(filter.rated ? [] : [rest(isNull(t.closedAt))]),
  ]
}

const starsOf = ({ stars }: ConversationsAsk['filter']) => (stars ? [stars] : STARS)

/** Within one number of stars the place is when it ended. */
const closedIn = ({ by, id }: Place): Place => ({ by: Number(String(by).slice(2)), id })

/** A message: what was said to whoever is in it, in words or by a card; no change of one. */
const isMessage = ({ entries: { body, changes } }: TranscriptTables): SQL =>
  sql`${changes} is null and (${body} like '{"kind":"text"%' or ${body} like '{"kind":"card%')`

const talksOver =
  ({ db, tables }: Context): Conversations['talks'] =>
  async (ids) => {
    if (ids.length === 0) return new Map()
    const { conversation, by, at } = tables.entries
    const rows = await db
      .select({
        conversation,
        messages: count(),
        answeredAt: sql<number | null>`min(case when ${by} in ('agent', 'bot') then ${at} end)`,
      })
      .from(tables.entries)
      .where(and(inArray(conversation, [...ids]), isMessage(tables)))
      .groupBy(conversation)
    return new Map(
      rows.map(({ conversation: id, messages, answeredAt }) => [
        id,
        { messages, answeredAt: answeredAt === null ? null : Number(answeredAt) },
      ]),
    )
  }

const ratingsOver =
  ({ db, tables }: Context): Conversations['ratings'] =>
  async (ask) => {
    const { agent, agentName, stars } = tables.conversations
    const rows = await db
      .select({ agent, agentName: sql<string>`max(${agentName})`, stars, count: count() })
      .from(tables.conversations)
      .where(and(isNotNull(stars), wantedOf(tables, ask)))
      .groupBy(agent, stars)
    return rows.map((row) => ({ ...row, stars: row.stars ?? 0 }))
  }
