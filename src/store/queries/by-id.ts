import { batchLoader } from '../batch-loader'
import { batchQuery, type Slots } from '../batch-query'

/** Rows asked for at once: an expression of either database may only grow so deep. */
const BATCH_ROWS = 64

type Prepared<Row> = { execute(values: Record<string, unknown>): Promise<Row[]> }

/**
 * Reads rows by their ids. Those that are asked for together come with one query, and `finish`
 * then adds to all of them at once what else they need.
 */
export const byId = <Row extends { id: string }, Shown extends { id: string }>(
  prepare: (ids: Slots<'id'>['id'][]) => Prepared<Row>,
  finish: (rows: readonly Row[]) => Promise<Shown[]> | Shown[],
): ((id: string) => Promise<Shown | undefined>) => {
  const query = batchQuery(['id'], (slots) => prepare(slots.map(({ id }) => id)))
  return batchLoader(BATCH_ROWS, async (ids) => {
    const rows = await finish(await query(ids.map((id) => ({ id }))))
    const found = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => found.get(id))
  })
}
