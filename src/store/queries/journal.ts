import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Turns } from '../ports/turns'
import type { QueryContext } from '../query-context'
import type { ActorTables } from '../tables/actors'

/** All that ever happened, page by page. */
export const journalOver = ({
  db,
  tables: { actors, journal },
}: QueryContext<ActorTables>): Pick<Turns, 'journal' | 'journals' | 'addresses'> => ({
  journal: (address, after, limit) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.address, address), gt(journal.version, after)))
      .orderBy(asc(journal.version))
      .limit(limit),
  journals: async (addresses) => {
    if (addresses.length === 0) return new Map()
    const rows = await db
      .select()
      .from(journal)
      .where(inArray(journal.address, [...addresses]))
      .orderBy(asc(journal.address), asc(journal.version))
    return Map.groupBy(rows, ({ address }) => address)
  },
  addresses: async (after, limit) => {
    const rows = await db
      .select({ address: actors.address })
      .from(actors)
      .where(sql`${actors.address} > ${after}`)
      .orderBy(asc(actors.address))
      .limit(limit)
    return rows.map(({ address }) => address)
  },
})
