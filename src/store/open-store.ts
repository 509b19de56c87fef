import { dirname, join, resolve } from 'node:path'
import type { Clock } from '../clock'
import { explained } from '../disk/explain'
import type { Log } from '../log'
import { openSqlite, pendingSqlite, proveSqlite } from './sqlite'
import type { Store } from './store'

export type StoreOptions = {
  /** `sqlite:<file>`, or `sqlite:` alone for the usual one, or `mysql://user:password@host/database`. */
  url: string
  dataDir: string
  clock: Clock
  log: Log
  /** Looks beside a desk that runs: makes nothing, migrates nothing, writes nothing. */
  readOnly?: boolean
  /** Whether a file is copied before it is migrated; it is unless it is said. */
  copies?: boolean
}

/** Opens the store a URL names, up to date. Throws one clear sentence when it cannot. */
export const openStore = async ({ url, dataDir, ...options }: StoreOptions): Promise<Store> => {
  if (isMysql(url)) return (await mysql()).openMysql({ url, ...options })
  const path = pathIn(url, dataDir)
  try {
    return await openSqlite({ path, ...options })
  } catch (problem) {
    throw inSentence(problem, path, { dataDir, to: options.readOnly ? 'read' : 'written' })
  }
}

/**
 * Throws one clear sentence when the file that a URL names is another program's, or no file: for
 * who is about to make something beside it. Makes and changes nothing, and asks no server.
 */
export const proveFile = ({ url, dataDir }: Pick<StoreOptions, 'url' | 'dataDir'>): void => {
  if (isMysql(url)) return
  const path = pathIn(url, dataDir)
  try {
    proveSqlite(path)
  } catch (problem) {
    throw inSentence(problem, path, { dataDir, to: 'written' })
  }
}

/** Names of the migrations that opening the store would run. Makes and changes nothing. */
export const pendingMigrations = async ({
  url,
  dataDir,
}: Pick<StoreOptions, 'url' | 'dataDir'>): Promise<string[]> => {
  if (isMysql(url)) return (await mysql()).pendingMysql(url)
  const path = pathIn(url, dataDir)
  try {
    return await pendingSqlite(path)
  } catch (problem) {
    throw inSentence(problem, path, { dataDir, to: 'read' })
  }
}

/** What the disk kept us from, with the setting that the file comes from. */
const inSentence = (
  problem: unknown,
  path: string,
  { dataDir, to }: { dataDir: string; to: 'read' | 'written' },
) => {
  const isOurs = dirname(path) === resolve(dataDir)
  const setting = isOurs ? 'DATA_DIR' : 'DATABASE_URL'
  return explained(problem, `${setting} cannot be ${to}`, path, isOurs ? dataDir : undefined)
}

/** Loaded by whoever has such a server: it is much of what a command would start with. */
const mysql = () => import('./mysql')

export const isMysql = (url: string) => url.startsWith('mysql:')

/** The file of a `sqlite:` URL. */
export const pathIn = (url: string, dataDir: string): string => {
  const path = url.replace(/^sqlite:(\/\/(?=\/))?/, '')
  return path === '' ? join(dataDir, 'bellhop.db') : resolve(path)
}
