import { Socket } from 'node:net'
import type { PoolConnection, QueryOptions } from 'mysql2'
import { Unavailable } from '../unavailable'

/** How long one statement may take where nothing else was said, ms. */
const STATEMENT_MS = 6000

/** Time to take up an answer that has come already, ms. */
const READY_MS = 50

/** What is known of a connection beside what the driver knows. */
type Known = {
  /** How long its statements may take, ms. */
  limitMs: number
  /** When the last answer came, on the steady clock, ms; 0 when none has. */
  answeredMs: number
  /** Those who wait for an answer, and hear that none will come. */
  waiting: Set<() => void>
}

const connections = new WeakMap<PoolConnection, Known>()

const knownOf = (connection: PoolConnection): Known => {
  const known = connections.get(connection) ?? {
    limitMs: STATEMENT_MS,
    answeredMs: 0,
    waiting: new Set(),
  }
  connections.set(connection, known)
  return known
}

/** How long statements of one connection may take, ms. */
export const limitAnswers = (connection: PoolConnection, ms: number) => {
  knownOf(connection).limitMs = ms
}

/** When the last answer came over it, on the steady clock, ms; 0 when none has. */
export const lastAnswerMs = (connection: PoolConnection): number => knownOf(connection).answeredMs

/**
 * One query of one or more statements; `passed` hears of each that went through. A server that
 * does not answer within `ms` is `Unavailable`, and its connection of no use after that.
 */
export const ask = (
  connection: PoolConnection,
  query: QueryOptions,
  {
    passed = () => {},
    ms = knownOf(connection).limitMs,
  }: { passed?: () => void; ms?: number } = {},
): Promise<[unknown, unknown]> =>
  new Promise((resolve, reject) => {
    const known = knownOf(connection)
    const end = () => {
      clearTimeout(timer)
      known.waiting.delete(giveUp)
    }
    const giveUp = () => {
      end()
      reject(new Unavailable('MySQL did not answer in time'))
    }
    const timer = setTimeout(() => cutOff(connection), ms)
    known.waiting.add(giveUp)
    const command = connection.query(query, (error, rows, fields) => {
      end()
      known.answeredMs = performance.now()
      if (error) reject(withoutValues(error))
      else resolve([rows, fields])
    })
    command.on('result', passed)
  })

/** Whether a connection still carries an answer back within `ms`. */
export const answers = (connection: PoolConnection, ms: number): Promise<boolean> =>
  new Promise((resolve) => {
    let timer = setTimeout(() => {
      // A process that stood still is told of its timer before the answer that lies ready.
      timer = setTimeout(() => resolve(false), READY_MS)
    }, ms)
    connection.ping((error) => {
      clearTimeout(timer)
      if (!error) knownOf(connection).answeredMs = performance.now()
      resolve(!error)
    })
  })

/**
 * Ends a connection for good, and the waiting of those who wait for it. The driver only says goodbye
 * and waits to hear the same, which a machine that is gone never says.
 */
export const cutOff = (connection: PoolConnection) => {
  connection.destroy()
  const stream: unknown = Reflect.get(connection, 'stream')
  if (stream instanceof Socket) stream.destroy()
  for (const giveUp of knownOf(connection).waiting) giveUp()
}

/** mysql2 keeps the whole text of a query, with what people wrote, in its errors. */
const withoutValues = (error: Error & { sql?: string }): Error => {
  delete error.sql
  return error
}
