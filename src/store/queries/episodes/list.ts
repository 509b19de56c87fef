import { and, asc, between, eq, gt, gte, inArray, or, sql } from 'drizzle-orm'
import type { Ending } from '../../../../actors/figures/episode'
import { type Measures, measures } from '../../../../actors/figures/measures'
import type { DatedEpisode, EpisodeFilter, EpisodePlace, Episodes } from '../../ports/episodes'
import type { QueryContext } from '../../query-context'
import type { EpisodeTables } from '../../tables/episodes'
import { filtersOf } from './sums'

/** Episodes one by one, in the order they began. */
export const episodeListOver = ({
  db,
  tables: { episodes, episodeTags },
}: QueryContext<EpisodeTables>): Pick<Episodes, 'list'> => {
  const { day, at, conversation, nth, department } = episodes
  const isAfter = (place: EpisodePlace) =>
    or(
      gt(at, place.at),
      and(eq(at, place.at), gt(conversation, place.conversation)),
      and(eq(at, place.at), eq(conversation, place.conversation), gt(nth, place.nth)),
    )
  const tagsOf = async (conversations: readonly string[]) => {
    if (conversations.length === 0) return new Map<string, string[]>()
    const rows = await db
      .select()
      .from(episodeTags)
      .where(inArray(episodeTags.conversation, [...conversations]))
    const grouped = Map.groupBy(rows, (row) => `${row.conversation} ${row.nth}`)
    return new Map([...grouped].map(([key, all]) => [key, all.map(({ tag }) => tag).sort()]))
  }
  return {
    list: async ({ from, until, departments, only }: EpisodeFilter, after, limit) => {
      const hasTag = sql`exists (select 1 from ${episodeTags} where ${episodeTags.conversation} = ${conversation}
        and ${episodeTags.nth} = ${nth} and ${episodeTags.tag} = ${only.tag})`
      const rows = await db
        .select()
        .from(episodes)
        .where(
          and(
            between(day, from, until),
            ...filtersOf(episodes, only),
            only.tag === undefined ? undefined : hasTag,
            departments === null ? undefined : inArray(department, [...departments]),
            after === null ? undefined : and(gte(day, after.day), isAfter(after)),
          ),
        )
        .orderBy(asc(day), asc(at), asc(conversation), asc(nth))
        .limit(limit)
      const tags = await tagsOf([...new Set(rows.map((row) => row.conversation))])
      return rows.map((row): DatedEpisode => {
        const { agent, rating, ending, ...rest } = row
        return {
          ...rest,
          ...{ agent: agent || null, rating: Number(rating), endedBy: (ending || null) as Ending },
          tags: tags.get(`${row.conversation} ${row.nth}`) ?? [],
          measures: Object.fromEntries(measures.map((one) => [one, row[one]])) as Measures,
        }
      })
    },
  }
}
