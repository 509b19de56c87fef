import { and, asc, type Column, desc, eq, gt, gte, lt, lte, or, type SQL, sql } from 'drizzle-orm'

/** What a list is sorted by and, where that is the same, by id; which way; and after which place it goes on. */
export type Keyset = {
  by: Column | SQL
  id: Column
  descending: boolean
  after: { by: string | number; id: string } | null
}

/**
 * The order of a list, and what of it comes after a place: a page far back costs what the first does,
 * where an index has the column and the id.
 */
export const keyset = ({ by, id, descending, after }: Keyset): { where?: SQL; order: SQL[] } => {
  const [order, behind, notBefore] = descending ? [desc, lt, lte] : [asc, gt, gte]
  const isById = by === id
  const first = sql`${by}`
  const sorted = isById ? [order(id)] : [order(first), order(id)]
  if (!after) return { order: sorted }
  if (isById) return { order: sorted, where: behind(id, after.id) }
  // The first bound is all that MySQL looks for in the index.
  const where = and(
    notBefore(first, after.by),
    or(behind(first, after.by), and(eq(first, after.by), behind(id, after.id))),
  )
  return { order: sorted, ...(where ? { where } : {}) }
}
