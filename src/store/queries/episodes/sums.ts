import { and, between, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Dimension } from '../../../../actors/figures/dimensions'
import { type Measure, type Measures, measures } from '../../../../actors/figures/measures'
import type { EpisodeFilter, Episodes, Grouping, Sum } from '../../ports/episodes'
import type { QueryContext } from '../../query-context'
import type { EpisodeTables } from '../../tables/episodes'

/** Numbers of days begin with a Thursday. */
const THURSDAY = 3

type Table = EpisodeTables['episodes'] | EpisodeTables['episodeSums']
type Source = {
  table: Table
  values: Partial<Record<Dimension, SQL>>
  join?: SQL | undefined
  where: (SQL | undefined)[]
}

/**
 * Sums of what a filter lets through. What is asked of one dimension at most is in the sums of days
 * already; what is asked of several at once is summed of the episodes themselves.
 */
export const sumsOver = (base: QueryContext<EpisodeTables>): Pick<Episodes, 'sums' | 'values'> => {
  const { db } = base
  const { episodeTags, episodeSums } = base.tables
  const sourceOf = sourcesOver(base)
  const sums = async (filter: EpisodeFilter, by: Grouping): Promise<Sum[]> => {
    const { table, values, join, where } = sourceOf(filter, by)
    const key = keyOf(table, values, by)
    const summed = Object.fromEntries(
      measures.map((measure) => [measure, sql<number>`sum(${table[measure]})`.mapWith(Number)]),
    ) as Record<Measure, SQL<number>>
    const from = db
      .select({ key: key.mapWith(String), ...summed })
      .from(table as EpisodeTables['episodes'])
    const asked = (join ? from.innerJoin(episodeTags, join) : from)
      .where(and(between(table.day, filter.from, filter.until), ...where))
      .$dynamic()
    const rows = await (by === 'all' ? asked : asked.groupBy(key))
    // Without groups there is a row of nothing where there is nothing.
    return rows
      .filter((row) => row.conversations > 0)
      .map(({ key, ...counts }) => ({ key: String(key), measures: counts as Measures }))
  }
  return {
    sums,
    values: async ({ from, until, departments }, dimension) => {
      const { day, department, dimension: of, value } = episodeSums
      // Of departments there are sums of all alone.
      const [column, kept] =
        dimension === 'department' ? ([department, 'all'] as const) : ([value, dimension] as const)
      const rows = await db
        .selectDistinct({ value: column })
        .from(episodeSums)
        .where(
          and(
            eq(of, kept),
            between(day, from, until),
            departments === null ? undefined : inArray(department, [...departments]),
          ),
        )
      return rows.map((row) => row.value).sort()
    },
  }
}

const keyOf = (table: Table, values: Source['values'], by: Grouping): SQL => {
  switch (by) {
    case 'all':
      return sql`''`
    case 'day':
      return sql`${table.day}`
    case 'hour':
      return sql`${table.day} * 24 + ${table.hour}`
    case 'weekHour':
      return sql`((${table.day} + ${sql.raw(String(THURSDAY))}) % 7) * 24 + ${table.hour}`
    default:
      return values[by] ?? sql`''`
  }
}

const sourcesOver = ({
  tables: { episodes, episodeTags, episodeSums },
}: QueryContext<EpisodeTables>) => {
  const tagOf = sql`${episodeTags.conversation} = ${episodes.conversation} and ${episodeTags.nth} = ${episodes.nth}`
  const hasTag = (tag: string) =>
    sql`exists (select 1 from ${episodeTags} as one where one.conversation = ${episodes.conversation}
      and one.nth = ${episodes.nth} and one.tag = ${tag})`
  const fromSums = ({ departments, only }: EpisodeFilter, dimension: Dimension | 'all'): Source => {
    const { department, value } = episodeSums
    const given = dimension === 'all' ? undefined : only[dimension]
    return {
      table: episodeSums,
      values: {
        department: sql`${department}`,
        ...(dimension === 'all' ? {} : { [dimension]: sql`${value}` }),
      },
      where: [
        eq(episodeSums.dimension, dimension),
        dimension === 'all' ? eq(value, '') : given === undefined ? undefined : eq(value, given),
        only.department === undefined ? undefined : eq(department, only.department),
        departments === null ? undefined : inArray(department, [...departments]),
      ],
    }
  }
  return (filter: EpisodeFilter, by: Grouping): Source => {
    const { only, departments } = filter
    const asked = new Set([...(Object.keys(only) as Dimension[]), ...(isDimension(by) ? [by] : [])])
    asked.delete('department')
    const [first, ...others] = [...asked]
    const isOfHours = by === 'hour' || by === 'weekHour'
    // Those of one tag, by their tags, have others too.
    const isOfTags = by === 'tag' && only.tag !== undefined
    if (others.length === 0 && !isOfTags && !(first && isOfHours))
      return fromSums(filter, first ?? 'all')
    return {
      table: episodes,
      values: { ...valuesOf(episodes), tag: sql`${episodeTags.tag}` },
      join: by === 'tag' ? tagOf : undefined,
      where: [
        ...filtersOf(episodes, only),
        only.tag === undefined ? undefined : hasTag(only.tag),
        departments === null ? undefined : inArray(episodes.department, [...departments]),
      ],
    }
  }
}

const isDimension = (by: Grouping): by is Dimension =>
  !['all', 'day', 'hour', 'weekHour'].includes(by)

const plain = [
  ...['department', 'agent', 'language', 'source', 'country', 'device', 'rating', 'ending'],
] as const as readonly Exclude<Dimension, 'tag'>[]

const valuesOf = (episodes: EpisodeTables['episodes']): Source['values'] =>
  Object.fromEntries(plain.map((one) => [one, sql`${episodes[one]}`]))

/** What of a filter the columns of an episode say by themselves. */
export const filtersOf = (
  episodes: EpisodeTables['episodes'],
  only: EpisodeFilter['only'],
): (SQL | undefined)[] =>
  plain.map((one) => {
    const given = only[one]
    return given === undefined ? undefined : eq(episodes[one], given)
  })
