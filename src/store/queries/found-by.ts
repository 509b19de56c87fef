import { type SQL, sql } from 'drizzle-orm'
import { joinedKeys } from '../../../actors/summary'
import { keyBitsOf } from '../key-bits'
import type { SummaryTables } from '../tables/summaries'

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
