import { and, type Column, type SQL, sql } from 'drizzle-orm'
import { keyset } from './keyset'
import type { Place } from './keyset-parts'

/**
 * A stretch of an order: what of it is wanted, after which place. `from` names the index that it is read
 * in; one that has all that `which` asks is all that is read.
 */
export type Walk = {
  from: SQL
  id: Column
  which: SQL | undefined
  by: Column | SQL
  /** What those that are sorted the same are sorted by, where that is not the id. */
  key?: Column
  descending: boolean
  after: Place | null
  limit: number
}

/**
 * That a row is one of those that a walk finds. Their ids are found first, and rows are read of those
 * only: what is wanted may be one in a hundred thousand, and a row that is looked at costs ten times
 * what its place in an index does. They come in any order.
 */
export const isWalked = ({ from, id, which, key = id, limit, ...order }: Walk): SQL => {
  const { where, order: sorted } = keyset({ ...order, id: key })
  const wanted = and(which, where)
  const found = sql`select ${id} from ${from} ${wanted ? sql`where ${wanted}` : sql``}
    order by ${sql.join(sorted, sql`, `)} limit ${limit}`
  return sql`${id} in (select ${sql.identifier(id.name)} from (${found}) as found)`
}
