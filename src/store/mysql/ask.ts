import { Socket } from 'node:net'
import type { PoolConnection, QueryOptions } from 'mysql2'
import { Unavailable } from '../unavailable'

/** How long one statement may take where nothing else was said, ms. */
const STATEMENT_MS = 6000

const limits = new WeakMap<PoolConnection, number>()

/** How long statements of one connection may take, ms. */
export const limitAnswers = (connection: PoolConnection, ms: number) => {
  limits.set(connection, ms)
}

/**
 * One query of one or more statements; `passed` hears of each that went through. A server that
 * does not answer within `ms` is `Unavailable`, and its connection of no use after that.
 */
export const ask = (
  connection: PoolConnection,
  query: QueryOptions,
  {
    passed = () => {},
    ms = limits.get(connection) ?? STATEMENT_MS,
  }: { passed?: () => void; ms?: number } = {},
): Promise<[unknown, unknown]> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      cutOff(connection)
      reject(new Unavailable(`MySQL did not answer within ${ms} ms`))
    }, ms)
    const command = connection.query(query, (error, rows, fields) => {
      clearTimeout(timer)
      if (error) reject(withoutValues(error))
      else resolve([rows, fields])
    })
    command.on('result', passed)
  })

/** Whether a connection still carries an answer back within `ms`. */
export const answers = (connection: PoolConnection, ms: number): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms)
    connection.ping((error) => {
      clearTimeout(timer)
      resolve(!error)
    })
  })

/**
 * Ends a connection for good. The driver only says goodbye and waits to hear the same, which a
 * machine that is gone never says.
 */
export const cutOff = (connection: PoolConnection) => {
  connection.destroy()
  const stream: unknown = Reflect.get(connection, 'stream')
  if (stream instanceof Socket) stream.destroy()
}

/** mysql2 keeps the whole text of a query, with what people wrote, in its errors. */
const withoutValues = (error: Error & { sql?: string }): Error => {
  delete error.sql
  return error
}
