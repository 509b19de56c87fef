import { join, resolve } from 'node:path'
import type { Clock } from '../clock'
import type { Log } from '../log'
import { openMysql, pendingMysql } from './mysql'
import { openSqlite, pendingSqlite } from './sqlite'
import type { Store } from './store'

export type StoreOptions = {
  /** `sqlite:<file>`, or `sqlite:` alone for the usual one, or `mysql://user:password@host/database`. */
  url: string
  dataDir: string
  clock: Clock
  log: Log
  /** Looks beside a desk that runs: makes nothing, migrates nothing, writes nothing. */
  readOnly?: boolean
}

/** Opens the store a URL names, up to date. Throws one clear sentence when it cannot. */
export const openStore = ({ url, dataDir, ...options }: StoreOptions): Promise<Store> =>
  isMysql(url)
    ? openMysql({ url, ...options })
    : openSqlite({ path: pathIn(url, dataDir), ...options })

/** Names of the migrations that opening the store would run. Makes and changes nothing. */
export const pendingMigrations = ({ url, dataDir }: Pick<StoreOptions, 'url' | 'dataDir'>) =>
  isMysql(url) ? pendingMysql(url) : pendingSqlite(pathIn(url, dataDir))

const isMysql = (url: string) => url.startsWith('mysql:')

/** The file of a `sqlite:` URL. */
export const pathIn = (url: string, dataDir: string): string => {
  const path = url.replace(/^sqlite:(\/\/(?=\/))?/, '')
  return path === '' ? join(dataDir, 'bellhop.db') : resolve(path)
}
