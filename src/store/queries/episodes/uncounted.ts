import { and, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import { addressOf } from '../../../../actors/address'
import type { Episodes } from '../../ports/episodes'
import type { QueryContext } from '../../query-context'
import type { ActorTables } from '../../tables/actors'
import type { EpisodeTables } from '../../tables/episodes'

/** Before the first conversation, and after the last: `;` comes next to `:`. */
const FIRST = 'conversation:'
const LAST = 'conversation;'

/** How far conversations have come, and how far they are counted. */
export const uncountedOver = ({
  db,
  tables: { actors, episodeHeads },
}: QueryContext<EpisodeTables & ActorTables>): Pick<Episodes, 'behind' | 'behindOf'> => {
  const read = (where: SQL | undefined, limit: number) =>
    db
      .select({ address: actors.address, version: actors.version, was: episodeHeads.version })
      .from(actors)
      .leftJoin(episodeHeads, eq(episodeHeads.address, actors.address))
      .where(where)
      .orderBy(desc(actors.address))
      .limit(limit)
  const behindIn = (rows: Awaited<ReturnType<typeof read>>) =>
    rows.filter(({ version, was }) => was === null || was < version)
  return {
    behind: async (before, limit) => {
      const isBefore = before === null ? before : addressOf('conversation', before)
      const { address } = actors
      const where = and(gte(address, FIRST as never), lt(address, (isBefore ?? LAST) as never))
      const rows = await read(where, limit)
      const last = rows.at(-1)?.address
      const next = rows.length < limit || !last ? null : last.slice(FIRST.length)
      return { behind: behindIn(rows), next }
    },
    behindOf: async (ids) => {
      if (ids.length === 0) return []
      const addresses = ids.map((id) => addressOf('conversation', id))
      return behindIn(await read(inArray(actors.address, addresses), ids.length))
    },
  }
}
