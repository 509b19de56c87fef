import { resolve } from 'node:path'
import { deskMark } from '../../commands/tokens'
import type { Config } from '../../config'
import type { Opened } from '../send-to-desk'

/**
 * What this desk works with, for who looks it over in surroundings of their own. It goes to nobody but
 * the owner of the folder, who could read the same from the process.
 */
export const openedOf = (config: Config): Opened => {
  const { baseUrl, baseUrlGiven, trustProxy, databaseUrl, redisUrl, secret } = config
  const servers = { databaseUrl: placed(databaseUrl), redisUrl: redisUrl ?? null }
  return { baseUrl, baseUrlGiven, trustProxy: [...trustProxy], mark: deskMark(secret), ...servers }
}

/** Who asks may be in another folder. */
const placed = (databaseUrl: string): string => {
  const [, path] = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(databaseUrl) ?? []
  return path === undefined ? databaseUrl : `sqlite:${resolve(path)}`
}
