import {
  and,
  type Column,
  count,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { VisitAbout } from '../../../actors/visitor/visit'
import { type ListPart, type Place, readParts } from '../keyset-parts'
import type { VisitorSeen, Visitors, VisitorsAsk } from '../ports/visitors'
import type { QueryContext } from '../query-context'
import { type SummaryTables, visitorIndexes } from '../tables/summaries'
import type { VisitTables } from '../tables/visits'
import { isWalked } from '../walk'
import { compareBytes, compareText } from './order'
import { shownVisitor } from './shown-visitor'

type Context = QueryContext<SummaryTables & VisitTables>

/** A place among those who stand first begins with this. */
const FIRST = '!'

/** Pages of visitors. */
export const visitorPagesOver = (
  base: Context,
): Pick<Visitors, 'page' | 'countries' | 'languages' | 'count'> => {
  const { db, tables } = base
  const { visitors, visits } = tables
  return {
    page: async (ask, limit) =>
      withCounts(base, await readParts(partsOf(base, ask), ask.after, limit)),
    countries: async () => {
      const rows = await db
        .selectDistinct({ country: countryOf(tables) })
        .from(visits)
        .where(sql`${visits.about} like '%"country":"%'`)
      return rows.map(({ country }) => country).filter(Boolean)
    },
    languages: async () => {
      const rows = await db.selectDistinct({ language: visitors.language }).from(visitors)
      return rows.map(({ language }) => language).filter(Boolean)
    },
    count: async () => {
      const [row] = await db
        .select({ n: count() })
        .from(visitors)
        .where(isNull(visitors.mergedInto))
      return row?.n ?? 0
    },
  }
}

const COUNTRY = '"country":"'
/** Two letters behind the word, whatever the database knows of JSON. */
const countryOf = ({ visits: { about } }: VisitTables): SQL<string> =>
  sql<string>`substr(${about}, instr(${about}, ${COUNTRY}) + ${sql.raw(String(COUNTRY.length))}, 2)`

type Seen = Omit<VisitorSeen, 'conversations'>
type Order = VisitorsAsk['order']

/** Whom a part finds from a place on, read in the index of its order. */
type Find = (after: Place | null, limit: number) => SQL

const partsOf = (base: Context, ask: VisitorsAsk): ListPart<Seen>[] => {
  const part = (holds: (place: Place) => boolean, find: Find): ListPart<Seen> => ({
    holds,
    read: (after, limit) => readOver(base, ask, find(after, limit)),
  })
  if (ask.order !== 'seen') return [part(() => true, namedOver(base, ask))]
  const isFirst = ({ by }: Place) => String(by).startsWith(FIRST)
  const { pinned, seen, unseen } = seenOver(base, ask)
  return [
    part(isFirst, (after, limit) =>
      pinned(after && { by: Number(String(after.by).slice(FIRST.length)), id: after.id }, limit),
    ),
    ...(ask.pinned
      ? []
      : [
          part((place) => !isFirst(place) && Number(place.by) > 0, seen),
          part((place) => !isFirst(place), unseen),
        ]),
  ]
}

const readOver = async (
  { db, tables: { visitors, visits } }: Context,
  { order, descending }: VisitorsAsk,
  found: SQL,
): Promise<Seen[]> => {
  const rows = await db
    .select({ ...getTableColumns(visitors), seenAt: visits.at, about: visits.about })
    .from(visitors)
    .leftJoin(visits, eq(visits.visitor, visitors.id))
    .where(found)
  const turn = descending ? -1 : 1
  return rows
    .sort((a, b) => turn * (compareBy[order](a, b) || compareText(a.id, b.id)))
    .map(({ about, seenAt, ...row }) => ({
      ...{ ...shownVisitor(row), seenAt },
      country: countryIn(about),
    }))
}

type Sorted = { sortName: string; email: string; seenAt: number | null }
const compareBy: Readonly<Record<Order, (a: Sorted, b: Sorted) => number>> = {
  name: (a, b) => compareBytes(a.sortName, b.sortName),
  email: (a, b) => compareBytes(a.email, b.email),
  seen: (a, b) => (a.seenAt ?? 0) - (b.seenAt ?? 0),
}

/** Of all visitors, in the order of their names or addresses. */
const namedOver =
  ({ tables, through }: Context, ask: VisitorsAsk): Find =>
  (after, limit) => {
    const { visitors, visits } = tables
    const [by, index] =
      ask.order === 'name'
        ? [visitors.sortName, visitorIndexes.name]
        : [visitors.email, visitorIndexes.email]
    const whose = eq(visits.visitor, visitors.id)
    return isWalked({
      from: sql`${through(visitors, index)} left join ${visits} on ${whose}`,
      ...{ id: visitors.id, which: wanted(tables, ask), by },
      ...{ descending: ask.descending, after, limit },
    })
  }

/** Those who are pinned, of whom there are few; the others who were seen; and those who were not. */
const seenOver = ({ tables, through }: Context, ask: VisitorsAsk) => {
  const { visitors, visits } = tables
  const { id, pinned } = visitors
  const whose = eq(visits.visitor, id)
  const all = sql`${visitors} left join ${visits} on ${whose}`
  const seen = sql`${through(visits, visitorIndexes.seen)} inner join ${visitors} on ${whose}`
  const find =
    (from: SQL, by: Column | SQL, which: SQL | undefined, key: Column = id): Find =>
    (after, limit) =>
      isWalked({
        ...{ from, id, by, key, which: and(wanted(tables, ask), which) },
        ...{ descending: ask.descending, after, limit },
      })
  return {
    pinned: find(all, sql`coalesce(${visits.at}, 0)`, eq(pinned, true)),
    seen: find(seen, visits.at, eq(pinned, false), visits.visitor),
    unseen: find(all, id, and(eq(pinned, false), isNull(visits.visitor))),
  }
}

const countryIn = (about: VisitAbout | null): string => about?.place?.country ?? ''

const wanted = ({ visitors: t, visits }: SummaryTables & VisitTables, ask: VisitorsAsk) =>
  and(
    isNull(t.mergedInto),
    ...ask.words.map((word) => sql`instr(${t.words}, ${word}) > 0`),
    ask.tag === undefined
      ? undefined
      : and(isNotNull(t.tags), sql`instr(${t.tags}, ${JSON.stringify(ask.tag)}) > 0`),
    ask.company === undefined ? undefined : sql`instr(${t.words}, ${ask.company}) > 0`,
    ask.language === undefined ? undefined : eq(t.language, ask.language),
    ask.country === undefined
      ? undefined
      : sql`instr(${visits.about}, ${`${COUNTRY}${ask.country}"`}) > 0`,
    ask.pinned === undefined ? undefined : eq(t.pinned, ask.pinned),
  )

const withCounts = async (
  { db, tables: { conversations } }: Context,
  rows: readonly Seen[],
): Promise<VisitorSeen[]> => {
  if (rows.length === 0) return []
  const { visitor } = conversations
  const ids = rows.map(({ id }) => id)
  const counted = await db
    .select({ visitor, n: count() })
    .from(conversations)
    .where(inArray(visitor, ids))
    .groupBy(visitor)
  const counts = new Map(counted.map((row) => [row.visitor, row.n]))
  return rows.map((row) => ({ ...row, conversations: counts.get(row.id) ?? 0 }))
}
