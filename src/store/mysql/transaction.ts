import type { PoolConnection, ResultSetHeader } from 'mysql2'
import { format } from 'mysql2'
import type { WriteStep } from '../statements'
import { Unavailable } from '../unavailable'
import { ask, type Connections } from './connections'
import { duplicateKey, isFatal } from './faults'

/** Steps that are done wholly or not at all, in their order. */
export type Transaction = <O extends string>(steps: readonly WriteStep<O>[]) => Promise<'done' | O>

/**
 * Steps as one transaction on one connection, in as few round trips as can be: the statements go
 * together, with `BEGIN` and `COMMIT` around them, and the server stops at the first that fails.
 * Only a step that may find nothing to change is waited for.
 */
export const transactionOver =
  (connections: Connections): Transaction =>
  async <O extends string>(steps: readonly WriteStep<O>[]) => {
    const batches = batchesOf(steps)
    return connections.lend((connection) => attempt(connection, batches))
  }

/** Cut after every step that may stop the rest without an error. The last one ends with COMMIT. */
const batchesOf = <O extends string>(steps: readonly WriteStep<O>[]): WriteStep<O>[][] => {
  const batches: WriteStep<O>[][] = [[]]
  for (const step of steps) {
    batches.at(-1)?.push(step)
    if (step.onUnchanged) batches.push([])
  }
  return batches
}

const attempt = async <O extends string>(connection: PoolConnection, batches: WriteStep<O>[][]) => {
  try {
    for (const [n, batch] of batches.entries()) {
      const last = n === batches.length - 1
      const outcome = await send(connection, batch, n === 0, last)
      if (outcome === 'done') continue
      await undo(connection)
      return outcome
    }
    return 'done'
  } catch (error) {
    if (!isFatal(error) && !(error instanceof Unavailable)) await undo(connection)
    throw error
  }
}

const undo = (connection: PoolConnection) => ask(connection, { sql: 'ROLLBACK' })

const send = async <O extends string>(
  connection: PoolConnection,
  batch: readonly WriteStep<O>[],
  first: boolean,
  last: boolean,
): Promise<'done' | O> => {
  const texts = batch.map(({ statement, values }) => format(statement.sql, [...values]))
  const sql = [...(first ? ['BEGIN'] : []), ...texts, ...(last ? ['COMMIT'] : [])].join(';\n')
  let passed = first ? -1 : 0
  try {
    const [answer] = await ask(connection, { sql }, { passed: () => passed++ })
    const final = batch.at(-1)
    return !last && final?.onUnchanged && changes(answer) === 0 ? final.onUnchanged : 'done'
  } catch (error) {
    const taken = batch[passed]?.onDuplicate
    if (taken && duplicateKey(error)?.includes(taken.key)) return taken.outcome
    throw error
  }
}

/** Rows the last statement of a query changed. */
const changes = (answer: unknown): number => {
  const headers = [answer].flat() as ResultSetHeader[]
  return headers.at(-1)?.affectedRows ?? 0
}
