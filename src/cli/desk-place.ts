import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config'
import { explained } from '../disk/explain'
import { pathIn } from '../store/open-store'
import { CliError } from './cli-error'

/** A database server is asked itself. Throws where this user may not even look. */
export const hasDesk = (config: Config): boolean => {
  if (!config.databaseUrl.startsWith('sqlite:')) return true
  const file = fileOf(config)
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (problem) {
    if ((problem as { code?: unknown }).code === 'ENOTDIR') return false
    const told = explained(problem, 'DATA_DIR cannot be read', file, config.dataDir)
    throw new CliError(told instanceof Error ? told.message : String(told), 2, { cause: problem })
  }
}

/** The file of a database that is one. */
export const fileOf = ({ databaseUrl, dataDir }: Config) => pathIn(databaseUrl, dataDir)

/** Where a desk is, as whoever looks for it would go there. */
export const placeOf = (config: Config): string => {
  const { databaseUrl, dataDir } = config
  if (!databaseUrl.startsWith('sqlite:')) return serverOf(databaseUrl)
  const isUsual = databaseUrl === `sqlite:${pathIn('sqlite:', dataDir)}`
  return isUsual ? resolve(dataDir) : fileOf(config)
}

const serverOf = (databaseUrl: string) => {
  const { host, pathname } = new URL(databaseUrl)
  return `the database ${decodeURIComponent(pathname.slice(1))} at ${host}`
}
