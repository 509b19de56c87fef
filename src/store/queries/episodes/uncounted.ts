import { and, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import { type Address, addressOf } from '../../../../actors/address'
import type { QueryContext } from '../../query-context'
import type { ActorTables } from '../../tables/actors'
import type { EpisodeTables } from '../../tables/episodes'

type Tables = EpisodeTables & ActorTables
type Kind = 'conversation' | 'agent'

/** Before the first of a kind, and after the last: `;` comes next to `:`. */
const firstOf = (kind: Kind) => `${kind}:` as Address
const lastOf = (kind: Kind) => `${kind};` as Address

/** The heads of all journals of a kind. */
export const headsOf = ({ episodeHeads: { address } }: EpisodeTables, kind: Kind) =>
  and(gte(address, firstOf(kind)), lt(address, lastOf(kind)))

/** How far the actors of a kind have come, and how far their journals are counted. */
export const uncountedOver = (
  { db, tables: { actors, episodeHeads } }: QueryContext<Tables>,
  kind: Kind,
) => {
  const { address } = actors
  const { version: was, reached } = episodeHeads
  const read = (where: SQL | undefined, limit: number) =>
    db
      .select({ address, version: actors.version, was, reached })
      .from(actors)
      .leftJoin(episodeHeads, eq(episodeHeads.address, address))
      .where(where)
      .orderBy(desc(address))
      .limit(limit)
  const behindIn = (rows: Awaited<ReturnType<typeof read>>) =>
    rows.filter((row) => row.was === null || row.was < row.version)
  return {
    behind: async (before: string | null, limit: number) => {
      const end = before === null ? lastOf(kind) : addressOf(kind, before)
      const rows = await read(and(gte(address, firstOf(kind)), lt(address, end)), limit)
      const last = rows.at(-1)?.address
      const next = rows.length < limit || !last ? null : last.slice(firstOf(kind).length)
      return { behind: behindIn(rows), next }
    },
    behindOf: async (ids: readonly string[]) => {
      if (ids.length === 0) return []
      const addresses = ids.map((id) => addressOf(kind, id))
      return behindIn(await read(inArray(address, addresses), ids.length))
    },
  }
}
