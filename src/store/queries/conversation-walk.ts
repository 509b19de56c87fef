import { type Column, type SQL, sql } from 'drizzle-orm'
import { joinedKeys } from '../../../actors/summary'
import { keyBitsOf } from '../key-bits'
import { keyset } from '../keyset'
import type { Place } from '../keyset-parts'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'

/**
 * A part of an order: what of it is wanted, after which place. With an `index` it is read in that one,
 * which has all that `which` asks; without one the database chooses.
 */
export type Walk = {
  index: string | null
  which: SQL | undefined
  by: Column
  descending: boolean
  after: Place | null
  limit: number
}

type Context = QueryContext<SummaryTables>

/**
 * Which conversations a walk finds. Their ids are found in the index alone, and rows are read of those
 * only: what is wanted may be one in a hundred thousand, and a row that is looked at costs ten times
 * what its place in an index does. They come in any order.
 */
export const walkedOver =
  ({ through, tables: { conversations: t } }: Context) =>
  ({ index, which, by, descending, after, limit }: Walk): SQL => {
    const { where, order } = keyset({ by, id: t.id, descending, after })
    const ids = sql`select ${t.id} from ${index === null ? t : through(t, index)}`
    const wanted = sql`where ${sql.join([which, where].filter(isThere), sql` and `)}`
    const some = sql`order by ${sql.join(order, sql`, `)} limit ${limit}`
    const found = sql`${ids} ${which || where ? wanted : sql``} ${some}`
    return sql`${t.id} in (select ${sql.identifier(t.id.name)} from (${found}) as found)`
  }

const isThere = (part: SQL | undefined): part is SQL => part !== undefined

/**
 * Found by each of these words. The bits say of most rows that they are not. The words stand in the row,
 * which is read apart, so that those in between are not.
 */
export const isFoundBy = (t: SummaryTables['conversations'], keys: readonly string[]): SQL[] => {
  if (keys.length === 0) return []
  const bits = keyBitsOf(keys)
  const words = sql`(select keyed.${sql.identifier(t.searchKeys.name)} from ${t} as keyed
    where keyed.${sql.identifier(t.id.name)} = ${t.id})`
  return [
    sql`(${t.keyBits} & ${bits}) = ${bits}`,
    ...keys.map((key) => sql`instr(${words}, ${joinedKeys([key])}) > 0`),
  ]
}
