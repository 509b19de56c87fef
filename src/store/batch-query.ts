import { type Placeholder, sql } from 'drizzle-orm'

/** Where a query takes the values of one of those it asks after. */
export type Slots<Key extends string> = Record<Key, Placeholder>

type Prepared<Row> = { execute(values: Record<string, unknown>): Promise<Row[]> }

/**
 * One query that asks after many, prepared once for each power of two; where fewer are asked after
 * the last of them is repeated. Building it anew each time would cost more than what it reads.
 */
export const batchQuery = <Key extends string, Row>(
  keys: readonly Key[],
  prepare: (slots: readonly Slots<Key>[]) => Prepared<Row>,
): ((asked: readonly Record<Key, unknown>[]) => Promise<Row[]>) => {
  const known = new Map<number, Prepared<Row>>()
  const queryFor = (size: number) => {
    const query = known.get(size) ?? prepare(slotsFor(keys, size))
    known.set(size, query)
    return query
  }
  return async (asked) => {
    if (asked.length === 0) return []
    const size = 2 ** Math.ceil(Math.log2(asked.length))
    const values: Record<string, unknown> = {}
    for (let n = 0; n < size; n += 1)
      for (const key of keys) values[`${key}${n}`] = asked[Math.min(n, asked.length - 1)]?.[key]
    return queryFor(size).execute(values)
  }
}

const slotsFor = <Key extends string>(keys: readonly Key[], size: number): Slots<Key>[] =>
  Array.from({ length: size }, (_, n) => {
    const slots = keys.map((key) => [key, sql.placeholder(`${key}${n}`)])
    return Object.fromEntries(slots) as Slots<Key>
  })
