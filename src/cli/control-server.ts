import { chmodSync, rmSync } from 'node:fs'
import type { Desk } from '../commands/desk'
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

const openedOf = ({ baseUrl, baseUrlGiven }: Config): Opened => ({ baseUrl, baseUrlGiven })
