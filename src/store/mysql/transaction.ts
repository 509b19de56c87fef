import type { PoolConnection, ResultSetHeader } from 'mysql2'
import { format } from 'mysql2'
import { duplicateOutcome, type WriteStep } from '../statements'
import { Unavailable } from '../unavailable'
import { ask } from './ask'
import type { Connections } from './connections'
import { duplicateKey, isFatal, isOutrun } from './faults'

/** Steps that are done wholly or not at all, in their order. */
export type Transaction = <O extends string>(steps: readonly WriteStep<O>[]) => Promise<'done' | O>

/** A statement; `BEGIN` and `COMMIT` are no step. */
type Line<O extends string> = { sql: string; step?: WriteStep<O> }

/**
 * Steps as one transaction on one connection. Where one server writes, in as few round trips as can
 * be: the statements go together, and the server stops at the first that fails; only a step that may
 * find nothing to change is waited for. Where several do each statement is waited for, and another
 * server that was first is an outcome, where a step names one.
 */
export const transactionOver =
  (connections: Connections): Transaction =>
  <O extends string>(steps: readonly WriteStep<O>[]) =>
    connections.lend(async (connection, { severalWriters }) => {
      try {
        return await attempt(connection, packetsOf(steps, severalWriters))
      } catch (error) {
        const outrun = severalWriters && isOutrun(error) && outcomeOfCollision(steps)
        if (outrun) return outrun
        throw error
      }
    })

const outcomeOfCollision = <O extends string>(steps: readonly WriteStep<O>[]): O | undefined =>
  steps.find(({ onCollision }) => onCollision)?.onCollision

/** Cut after every statement whose answer decides whether the next is sent. */
const packetsOf = <O extends string>(
  steps: readonly WriteStep<O>[],
  oneByOne: boolean,
): Line<O>[][] => {
  const lines: Line<O>[] = [
    { sql: 'BEGIN' },
    ...steps.map((step) => ({ sql: format(step.statement.sql, [...step.values]), step })),
    { sql: 'COMMIT' },
  ]
  if (oneByOne) return lines.map((line) => [line])
  const packets: Line<O>[][] = [[]]
  for (const line of lines) {
    packets.at(-1)?.push(line)
    if (line.step?.onUnchanged) packets.push([])
  }
  return packets
}

const attempt = async <O extends string>(connection: PoolConnection, packets: Line<O>[][]) => {
  try {
    for (const packet of packets) {
      const outcome = await send(connection, packet)
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
  packet: readonly Line<O>[],
): Promise<'done' | O> => {
  let passed = 0
  try {
    const sql = packet.map((line) => line.sql).join(';\n')
    const [answer] = await ask(connection, { sql }, { passed: () => passed++ })
    const none = packet.at(-1)?.step?.onUnchanged
    return none && changes(answer) === 0 ? none : 'done'
  } catch (error) {
    const taken = duplicateOutcome(packet[passed]?.step, duplicateKey(error))
    if (taken) return taken
    throw error
  }
}

/** Rows the last statement of a query changed. */
const changes = (answer: unknown): number => {
  const headers = [answer].flat() as ResultSetHeader[]
  return headers.at(-1)?.affectedRows ?? 0
}
