import {
  and,
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
import { keyset } from '../keyset'
import { type ListPart, type Place, readParts } from '../keyset-parts'
import type { VisitorSeen, Visitors, VisitorsAsk } from '../ports/visitors'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'
import type { VisitTables } from '../tables/visits'
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

const partsOf = (base: Context, ask: VisitorsAsk): ListPart<Seen>[] => {
  const { visitors, visits } = base.tables
  const { order, descending } = ask
  const columns = { seen: sql`coalesce(${visits.at}, 0)`, name: visitors.sortName }
  const by = order === 'email' ? visitors.email : columns[order]
  const read = async (which: SQL | undefined, after: Place | null, limit: number) => {
    const { where, order: sorted } = keyset({ by, id: visitors.id, descending, after })
    const rows = await base.db
      .select({ ...getTableColumns(visitors), seenAt: visits.at, about: visits.about })
      .from(visitors)
      .leftJoin(visits, eq(visits.visitor, visitors.id))
      .where(and(wanted(base.tables, ask), which, where))
      .orderBy(...sorted)
      .limit(limit)
    return rows.map(({ about, seenAt, ...row }) => ({
      ...{ ...shownVisitor(row), seenAt },
      country: countryIn(about),
    }))
  }
  if (order !== 'seen')
    return [{ holds: () => true, read: (after, limit) => read(undefined, after, limit) }]
  const isFirst = ({ by }: Place) => String(by).startsWith(FIRST)
  return [
    {
      holds: isFirst,
      read: (after, limit) =>
        read(
          eq(visitors.pinned, true),
          after && { by: Number(String(after.by).slice(FIRST.length)), id: after.id },
          limit,
        ),
    },
    {
      holds: (place) => !isFirst(place),
      read: (after, limit) => read(eq(visitors.pinned, false), after, limit),
    },
  ]
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
