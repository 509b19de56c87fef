import type { PoolConnection, QueryOptions } from 'mysql2'
import { Unavailable } from '../unavailable'

/** How long one statement may take, ms. */
const STATEMENT_MS = 6000

/**
 * One query of one or more statements; `passed` hears of each that went through. A server that
 * does not answer within `ms` is `Unavailable`, and its connection of no use after that.
 */
export const ask = (
  connection: PoolConnection,
  query: QueryOptions,
  { passed = () => {}, ms = STATEMENT_MS }: { passed?: () => void; ms?: number } = {},
): Promise<[unknown, unknown]> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      connection.destroy()
      reject(new Unavailable('MySQL did not answer in time'))
    }, ms)
    const command = connection.query(query, (error, rows, fields) => {
      clearTimeout(timer)
      if (error) reject(withoutValues(error))
      else resolve([rows, fields])
    })
    command.on('result', passed)
  })

/** mysql2 keeps the whole text of a query, with what people wrote, in its errors. */
const withoutValues = (error: Error & { sql?: string }): Error => {
  delete error.sql
  return error
}
