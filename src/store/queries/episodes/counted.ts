import { getTableColumns, getTableName } from 'drizzle-orm'
import { type Dimension, dimensions } from '../../../../actors/figures/dimensions'
import { measures } from '../../../../actors/figures/measures'
import { tagKeyOf } from '../../../../actors/tag'
import type { Counted, DatedEpisode, Episodes } from '../../ports/episodes'
import type { QueryContext } from '../../query-context'
import { insertInto, removeFrom, type Statement, setIn, type WriteStep } from '../../statements'
import type { EpisodeTables } from '../../tables/episodes'
import { deleteBatch } from '../delete-batch'
import { headsOf } from './uncounted'

/** Writes what conversations come to, and the sums of the days that these are of. */
export const countedOver = (
  base: QueryContext<EpisodeTables>,
): Pick<Episodes, 'take' | 'clear'> => {
  const { tables, write } = base
  const { episodes, episodeTags, episodeSums, episodeHeads } = tables
  const stepsOf = stepsOver(tables)
  const sumsOf = summing(tables)
  return {
    take: async (all) => {
      const days = new Set(all.flatMap((one) => one.episodes.map(({ day }) => day)))
      return write([...all.flatMap(stepsOf), ...[...days].flatMap(sumsOf)])
    },
    clear: async () => {
      const more = [
        await deleteBatch(
          base,
          episodeHeads,
          episodeHeads.address,
          headsOf(tables, 'conversation'),
        ),
        await deleteBatch(base, episodes, episodes.conversation, undefined),
        await deleteBatch(base, episodeTags, episodeTags.conversation, undefined),
        await deleteBatch(base, episodeSums, episodeSums.day, undefined),
      ]
      return more.some(Boolean)
    },
  }
}

const stale = 'stale' as const

const stepsOver = ({ episodes, episodeTags, episodeHeads }: EpisodeTables) => {
  const { address, version } = episodeHeads
  const begin = insertInto(episodeHeads)
  const goOn = setIn(episodeHeads, { version }, { address, was: version })
  const forget = removeFrom(episodes, { conversation: episodes.conversation })
  const forgetTags = removeFrom(episodeTags, { conversation: episodeTags.conversation })
  const put = insertInto(episodes)
  const putTag = insertInto(episodeTags)
  return (counted: Counted): WriteStep<'stale'>[] => {
    const { was } = counted
    const head = { address: counted.address, version: counted.version }
    const conversation = counted.address.slice(counted.address.indexOf(':') + 1)
    return [
      was === null
        ? begin(head, { onDuplicate: [{ key: '', outcome: stale }] })
        : goOn({ ...head, was }, { onUnchanged: stale }),
      ...(was === null ? [] : [forget({ conversation }), forgetTags({ conversation })]),
      ...counted.episodes.flatMap((one) => [
        put(rowOf(one)),
        ...[...new Set(one.tags.map(tagKeyOf))].map((tag) =>
          putTag({ conversation, nth: one.nth, tag, day: one.day }),
        ),
      ]),
    ]
  }
}

const rowOf = ({
  measures: counts,
  tags: _,
  agent,
  endedBy,
  rating,
  ...episode
}: DatedEpisode) => ({
  ...{ ...episode, ...counts },
  ...{ agent: agent ?? '', ending: endedBy ?? '', rating: rating === 0 ? '' : String(rating) },
})

/** Statements that make the sums of a day anew: of all by the hour, and of each dimension. */
const summing = ({ episodes, episodeTags, episodeSums }: EpisodeTables) => {
  const columns = getTableColumns(episodes)
  const sums = measures.map((measure) => columns[measure].name)
  const target = ['dimension', 'value', 'day', 'hour', 'department', ...sums]
  const insert = `insert into ${getTableName(episodeSums)} (${target.map((one) => `\`${one}\``).join(', ')})`
  const summed = sums.map((name) => `sum(e.\`${name}\`)`).join(', ')
  const from = `from ${getTableName(episodes)} e`
  const tagged = `join ${getTableName(episodeTags)} t on t.conversation = e.conversation and t.nth = e.nth`
  const byDimension = (dimension: Dimension): Statement => {
    const [value, join] = dimension === 'tag' ? ['t.tag', tagged] : [`e.\`${dimension}\``, '']
    const department = 'e.department'
    const keys = dimension === 'department' ? department : `${value}, ${department}`
    return {
      sql: `${insert} select '${dimension}', ${value}, e.day, -1, ${department}, ${summed} ${from} ${join} where e.day = ? group by e.day, ${keys}`,
    }
  }
  const statements: Statement[] = [
    { sql: `delete from ${getTableName(episodeSums)} where day = ?` },
    {
      sql: `${insert} select 'all', '', e.day, e.hour, e.department, ${summed} ${from} where e.day = ? group by e.day, e.hour, e.department`,
    },
    ...dimensions.filter((one) => one !== 'department').map(byDimension),
  ]
  return (day: number): WriteStep<never>[] =>
    statements.map((statement) => ({ statement, values: [day] }))
}
