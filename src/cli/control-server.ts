import { chmodSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Desk } from '../commands/desk'
import { deskMark } from '../commands/tokens'
import type { Config } from '../config'
import { socketOf } from './control-client'
import { handle, readRequest } from './control-requests'
import type { Opened } from './send-to-desk'

/**
 * Listens for the program's own commands while the desk is open: SQLite is written by one process,
 * so they ask it. A socket file only the owner of the data can use; nothing on the network.
 */
export const openControl = (desk: Desk, config: Config) => {
  const path = socketOf(config)
  rmSync(path, { force: true })
  const server = Bun.serve({
    unix: path,
    development: false,
    async fetch(request) {
      if (request.method === 'GET') return Response.json(openedOf(config))
      const read = readRequest(await request.json())
      if (!read) return new Response('no such request', { status: 400 })
      return Response.json(await handle(desk, read))
    },
    error(problem) {
      desk.log.error('a request of the command line failed', { problem })
      return new Response(null, { status: 500 })
    },
  })
  chmodSync(path, 0o600)
  return {
    close() {
      server.stop(true)
      rmSync(path, { force: true })
    },
  }
}

/**
 * What this desk works with, for who looks it over in surroundings of their own. It goes to nobody but
 * the owner of the folder, who could read the same from the process.
 */
const openedOf = (config: Config): Opened => {
  const { baseUrl, baseUrlGiven, trustProxy, databaseUrl, redisUrl, secret } = config
  const servers = { databaseUrl: placed(databaseUrl), redisUrl: redisUrl ?? null }
  return { baseUrl, baseUrlGiven, trustProxy: [...trustProxy], mark: deskMark(secret), ...servers }
}

/** Who asks may be in another folder. */
const placed = (databaseUrl: string): string => {
  const [, path] = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(databaseUrl) ?? []
  return path === undefined ? databaseUrl : `sqlite:${resolve(path)}`
}
