import type { Clock } from '../../clock'
import type { Log } from '../../log'
import type { Migration } from '../migrate'
import { mysqlMigrations, sqliteMigrations } from '../migrate/migrations'
import { isMysql, pathIn, type StoreOptions } from '../open-store'
import { proveSqlite } from '../sqlite'
import type { Dump, Load } from './dump'
import { openSqliteDump } from './sqlite-dump'
import { openSqliteLoad } from './sqlite-load'

type Place = Pick<StoreOptions, 'url' | 'dataDir'>

/**
 * What the database of a desk holds at this moment, whether the desk is open or closed, and whichever
 * version made it. Throws one clear sentence.
 */
export const openDump = async ({ url, dataDir }: Place): Promise<Dump> => {
  if (isMysql(url)) return (await import('./mysql-dump')).openMysqlDump(url)
  const path = pathIn(url, dataDir)
  proveSqlite(path)
  return openSqliteDump(path)
}

export type LoadOptions = Place & {
  /** Names of the migrations that made what is loaded. */
  migrations: readonly string[]
  replace: boolean
  clock: Clock
  log: Log
}

/** Somewhere to put what a backup holds. Throws one clear sentence where there is a desk already. */
export const openLoad = async ({
  url,
  dataDir,
  migrations,
  ...how
}: LoadOptions): Promise<Load> => {
  if (isMysql(url))
    return (await import('./mysql-load')).openMysqlLoad({
      ...{ url, migrations: knownOf(mysqlMigrations, migrations), clock: how.clock },
    })
  const known = knownOf(sqliteMigrations, migrations)
  return openSqliteLoad({ path: pathIn(url, dataDir), migrations: known, ...how })
}

/** The same by this program: what a newer one made it cannot read. */
const knownOf = (all: readonly Migration[], names: readonly string[]): readonly Migration[] => {
  const known = all.slice(0, names.length)
  const other = names.find((name, n) => known[n]?.name !== name)
  if (other !== undefined)
    throw new Error(`This backup was made by a newer version (${other}). Install that one.`)
  return known
}
