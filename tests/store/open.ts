import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openMysql } from '../../src/store/mysql'
import { ServerFault } from '../../src/store/server-fault'
import { openSqlite } from '../../src/store/sqlite'
import type { Store } from '../../src/store/store'

const quiet = openLog('silent')

export const openSqliteAt = (path: string): Promise<Store> =>
  openSqlite({ path, clock: systemClock, log: quiet })

export const openMysqlAt = (url: string): Promise<Store> =>
  openMysql({ url, clock: systemClock, log: quiet })

/** What a call rejects with; undefined when it does not. */
export const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

export const faultOf = async (work: Promise<unknown>): Promise<ServerFault> => {
  const problem = await problemOf(work)
  if (problem instanceof ServerFault) return problem
  throw new Error(`It was no fault of the server: ${problem}`)
}
