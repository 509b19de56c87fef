import { and, count, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { ConversationRow } from '../../../actors/summary'
import { type ListPart, merged, type Place, readParts } from '../keyset-parts'
import type { Conversations, ConversationsAsk } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import { indexes } from '../tables/conversations'
import type { TranscriptTables } from '../tables/entries'
import type { SummaryTables } from '../tables/summaries'
import { isWalked } from '../walk'
import { isOnlyOpen, wantedOf } from './conversation-wanted'
import { compareText } from './order'
import { readingOver } from './reading'
import type { Rows } from './rows'

type Context = QueryContext<SummaryTables & TranscriptTables>

const STARS = [1, 2, 3, 4, 5]

/** Pages of all conversations, whatever their department; and what they come to. */
export const conversationPagesOver = (
  base: Context,
  rows: Rows,
): Pick<Conversations, 'page' | 'talks' | 'ratings'> => {
  const reading = readingOver(base)
  return {
    page: async (ask, limit) => {
      const wanted = and(wantedOf(base.tables, ask), await reading(ask.filter.language))
      const reads = ask.filter.ids ? readAmong : readOver
      return readParts(partsOf(ask, reads(base, rows, { ...ask, wanted })), ask.after, limit)
    },
    talks: talksOver(base),
    ratings: ratingsOver(base),
  }
}

type Read = ListPart<ConversationRow>['read']
/** One stretch of an index, with what stands in it. */
type Stretch = {
  index: string
  by: 'openedAt' | 'closedAt' | 'id'
  which: (t: SummaryTables['conversations']) => SQL | undefined
  /** The same of one that was read. */
  among: (row: Key) => boolean
}
/** What one is sorted by. */
type Key = Pick<ConversationRow, 'id' | 'openedAt' | 'closedAt' | 'stars'>

/** What an order is made of, each by an index. What has nothing to sort by comes last. */
const partsOf = (
  { order, descending, filter }: ConversationsAsk,
  read: (stretch: Stretch) => Read,
): ListPart<ConversationRow>[] => {
  const { opened, closed, stars } = indexes
  if (order === 'opened') {
    const every = { which: () => undefined, among: () => true }
    const all = read({ index: opened, by: 'openedAt', ...every })
    return [{ holds: () => true, read: all }]
  }
  const rated = (some: number) =>
    read({
      ...{ index: stars, by: 'closedAt' },
      which: (t) => eq(t.stars, some),
      among: (row) => row.stars === some,
    })
  if (order === 'stars') {
    const each = starsOf(filter).map((some) => starsPart(some, rated(some)))
    return [...(descending ? each.reverse() : each), ...(isRated(filter) ? [] : unrated(read))]
  }
  const whenClosed: Read = isRated(filter)
    ? async (after, limit) => {
        const lanes = await Promise.all(starsOf(filter).map((some) => rated(some)(after, limit)))
        return merged(lanes, ({ closedAt }) => closedAt ?? 0, { descending, limit })
      }
    : read({ ...{ index: closed, by: 'closedAt' }, ...over })
  const open = read({ ...{ index: closed, by: 'id' }, ...notOver })
  return [
    { holds: ({ by }) => by !== '', read: whenClosed },
    ...(isRated(filter) ? [] : [{ holds: ({ by }: Place) => by === '', read: open }]),
  ]
}

/** What has ended, and what has not. */
const over: Pick<Stretch, 'which' | 'among'> = {
  which: (t) => isNotNull(t.closedAt),
  among: ({ closedAt }) => closedAt !== null,
}
const notOver: Pick<Stretch, 'which' | 'among'> = {
  which: (t) => isNull(t.closedAt),
  among: ({ closedAt }) => closedAt === null,
}

/** Those without stars: the ones that have ended, then the others. */
const unrated = (read: (stretch: Stretch) => Read): ListPart<ConversationRow>[] => [
  starsPart(
    0,
    read({
      ...{ index: indexes.stars, by: 'closedAt' },
      which: (t) => and(isNull(t.stars), over.which(t)),
      among: (row) => row.stars === null && over.among(row),
    }),
  ),
  {
    holds: ({ by }) => by === '',
    read: read({
      ...{ index: indexes.stars, by: 'id' },
      which: (t) => and(isNull(t.stars), notOver.which(t)),
      among: (row) => row.stars === null && notOver.among(row),
    }),
  },
]

/** Those with so many stars, in which the place is when they ended. */
const starsPart = (stars: number, read: Read): ListPart<ConversationRow> => ({
  holds: ({ by }) => String(by).startsWith(`${stars}.`),
  read: (after, limit) =>
    read(after && { by: Number(String(after.by).slice(2)), id: after.id }, limit),
})

const isRated = ({ rated, stars }: ConversationsAsk['filter']): boolean => rated || Boolean(stars)
const starsOf = ({ stars }: ConversationsAsk['filter']): number[] =>
  stars === undefined ? STARS : STARS.filter((some) => some === stars)

/** Few are one visitor's, and few are open at a time: those are looked at one by one. */
const indexFor = ({ filter }: ConversationsAsk, index: string): string | null => {
  if (filter.visitor !== undefined) return null
  return isOnlyOpen(filter) ? indexes.open : index
}

type Asked = ConversationsAsk & { wanted: SQL | undefined }

/** Those that are named are few: what they are sorted by is read once, for all that an order is made of. */
const readAmong = (
  { db, tables: { conversations: t } }: Context,
  { conversation, summaryOf }: Rows,
  { descending, wanted }: Asked,
) => {
  const { id, openedAt, closedAt, stars } = t
  let keys: Promise<Key[]> | undefined
  return ({ by, among }: Stretch): Read =>
    async (after, limit) => {
      keys ??= Promise.resolve(db.select({ id, openedAt, closedAt, stars }).from(t).where(wanted))
      const at = (row: Key) => (by === 'id' ? 0 : (row[by] ?? 0))
      const turn = descending ? -1 : 1
      const isBehind = (row: Key) => {
        if (!after) return true
        const beyond = by === 'id' ? 0 : at(row) - Number(after.by)
        return turn * (beyond || compareText(row.id, after.id)) > 0
      }
      const found = (await keys).filter((row) => among(row) && isBehind(row))
      const page = merged([found], at, { descending, limit }).map((row) => row.id)
      if (page.length === 0) return []
      const rows = await db.select(conversation).from(t).where(inArray(id, page))
      return merged([rows.map(summaryOf)], at, { descending, limit })
    }
}

const readOver =
  (base: Context, { conversation, summaryOf }: Rows, ask: Asked) =>
  ({ index, by, which }: Stretch): Read =>
  async (after, limit) => {
    const t = base.tables.conversations
    const { descending, wanted } = ask
    const chosen = indexFor(ask, index)
    const from = chosen === null ? sql`${t}` : base.through(t, chosen)
    const found = isWalked({
      ...{ from, id: t.id, which: and(wanted, which(t)) },
      ...{ by: t[by], descending, after, limit },
    })
    const rows = await base.db.select(conversation).from(t).where(found)
    const at = (row: ConversationRow) => (by === 'id' ? 0 : (row[by] ?? 0))
    return merged([rows.map(summaryOf)], at, { descending, limit })
  }

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

const ratingsOver = (base: Context): Conversations['ratings'] => {
  const { db, tables, through } = base
  const { agent, agentName, stars } = tables.conversations
  const reading = readingOver(base)
  return async (ask) => {
    const which = and(isNotNull(stars), wantedOf(tables, ask), await reading(ask.filter.language))
    const rated = sql`(select ${agent} as agent, ${stars} as stars, count(*) as ratings
      from ${through(tables.conversations, indexes.stars)} where ${which}
      group by ${agent}, ${stars}) as rated`
    // The name stands in the rows alone: one of each agent is looked at.
    const name = sql`coalesce((select ${agentName} from ${tables.conversations}
      where ${agent} = rated.agent limit 1), '')`
    return db
      .select({
        agent: sql<string | null>`rated.agent`.mapWith(agent),
        agentName: name.mapWith(String),
        stars: sql`rated.stars`.mapWith(Number),
        count: sql`rated.ratings`.mapWith(Number),
      })
      .from(rated)
  }
}
