import { chmodSync, lstatSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import { explained } from '../disk/explain'
import { makeFolder } from '../disk/make-folder'
import { giveToOwnerOf } from '../disk/own'
import { Unavailable } from '../store/unavailable'
import { socketOf } from './control-client'
import { handle, readRequest } from './control-requests'
import { openedOf } from './control-server/opened'
import { storeFault } from './store-fault'

/**
 * Listens for the program's own commands while the desk is open: SQLite is written by one process,
 * so they ask it. A socket file only the owner of the data can use; nothing on the network.
 * Throws one sentence when it cannot: a desk that its own commands do not reach is not open.
 */
export const openControl = (desk: Desk, config: Config) => {
  const path = socketOf(config)
  let takeBack = () => {}
  try {
    // With a database server there may be nothing else in it, and so no folder yet.
    takeBack = makeFolder(dirname(path))
    removeOld(path)
    const server = listen(desk, config, path)
    const { ino } = statSync(path)
    return {
      close() {
        server.stop(true)
        removeOwn(path, ino)
      },
    }
  } catch (problem) {
    takeBack()
    throw inSentence(problem, path)
  }
}

/** What a desk that was killed has left behind. Anything but a socket is not ours to remove. */
const removeOld = (path: string) => {
  const old = lstatSync(path, { throwIfNoEntry: false })
  if (!old) return
  if (!old.isSocket())
    throw new Error(`${path} is no socket, and the desk listens for commands there: move it away`)
  rmSync(path)
}

/** Another desk on the same folder may have put its own there, and the disk may be read-only now. */
const removeOwn = (path: string, ino: number) => {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.ino === ino) rmSync(path, { force: true })
  } catch {
    // The next desk to open here removes it.
  }
}

const listen = (desk: Desk, config: Config, path: string) => {
  const server = Bun.serve({
    unix: path,
    development: false,
    async fetch(request, server) {
      // What takes over a file says nothing until it has.
      server.timeout(request, 0)
      if (request.method === 'GET') return Response.json(openedOf(config))
      const read = readRequest(await request.json())
      if (!read) return new Response('no such request', { status: 400 })
      return Response.json(await handle(desk, read))
    },
    error(problem) {
      // The store has told the log, and who asks gets its sentence.
      if (problem instanceof Unavailable)
        return Response.json(storeFault(problem, config), { status: problem.full ? 507 : 503 })
      desk.log.error('a request of the command line failed', { problem })
      return new Response(null, { status: 500 })
    },
  })
  chmodSync(path, 0o600)
  giveToOwnerOf(dirname(path), path)
  return server
}

const inSentence = (problem: unknown, path: string): unknown => {
  const { code, message } = problem as { code?: unknown; message?: unknown }
  const what = `${path}, where the desk listens for commands, cannot be made`
  if (typeof code !== 'string') return problem
  const told = explained(problem, what, path, dirname(path))
  return told === problem ? new Error(`${what}: ${message}`, { cause: problem }) : told
}
