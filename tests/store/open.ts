import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openMysql } from '../../src/store/mysql'
import { openSqlite } from '../../src/store/sqlite'
import type { Store } from '../../src/store/store'

const quiet = openLog('silent')

export const openSqliteAt = (path: string): Promise<Store> =>
  openSqlite({ path, clock: systemClock, log: quiet })

export const openMysqlAt = (url: string): Promise<Store> =>
  openMysql({ url, clock: systemClock, log: quiet })
