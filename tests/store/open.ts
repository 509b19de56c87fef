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

const TRIES = 10
const APART_MS = 200

/** As a node opens it: what passes by itself is waited for, such as the tables that others make. */
export const openMysqlLikeNode = async (url: string, tries = TRIES): Promise<Store> => {
  try {
    return await openMysqlAt(url)
  } catch (problem) {
    const passes = problem instanceof ServerFault && problem.passing
    if (!passes || tries === 1) throw problem
    await Bun.sleep(APART_MS)
    return openMysqlLikeNode(url, tries - 1)
  }
}

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
