import { and, eq, lt, or } from 'drizzle-orm'
import type { Search } from '../../ports/search'
import type { QueryContext } from '../../query-context'
import { putInto } from '../../statements'
import type { SearchTables } from '../../tables/search'

/** Work that one node does at a time. It is no harm when two do it: what they write is fenced. */
export const leaseOver = ({
  db,
  tables: { leases },
  upsert,
  write,
}: QueryContext<SearchTables>): Pick<Search, 'lease'> => {
  const first = putInto(upsert, leases, [leases.name], [])
  const holderOf = async (name: string) =>
    (await db.select().from(leases).where(eq(leases.name, name)))[0]
  return {
    lease: async (name, holder, now, until) => {
      if (!(await holderOf(name))) await write([first({ name, holder, until })])
      const isFree = or(eq(leases.holder, holder), lt(leases.until, now))
      await db
        .update(leases)
        .set({ holder, until })
        .where(and(eq(leases.name, name), isFree))
      return (await holderOf(name))?.holder === holder
    },
  }
}
