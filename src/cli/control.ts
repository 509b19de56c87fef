import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isProblem } from '../../actors/problem'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import { type AccountOrder, makeAccount } from './orders'

const socketOf = (config: Config) => join(config.dataDir, 'control.sock')

/**
 * A door for the program's own commands while the desk is open: SQLite has one process, so they
 * ask it. A socket file only the owner of the data can use; nothing on the network.
 */
export const openControl = (desk: Desk, config: Config) => {
  const path = socketOf(config)
  rmSync(path, { force: true })
  const server = Bun.serve({
    unix: path,
    async fetch(request) {
      if (request.method !== 'POST') return new Response(null, { status: 405 })
      const made = await makeAccount(desk, (await request.json()) as AccountOrder)
      return isProblem(made)
        ? Response.json({ reason: made.reason, values: made.values }, { status: made.status })
        : Response.json({ id: made })
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

/** Asks the open desk, if there is one at this data folder; undefined when there is none. */
export const askControl = async (config: Config, order: AccountOrder) => {
  const path = socketOf(config)
  if (!existsSync(path)) return undefined
  try {
    const answer = await fetch('http://localhost/', {
      unix: path,
      method: 'POST',
      body: JSON.stringify(order),
      signal: AbortSignal.timeout(10_000),
    })
    return { ok: answer.ok, ...((await answer.json()) as Told) }
  } catch {
    // A desk that was killed leaves its socket behind.
    return undefined
  }
}

/** Whether a desk is open at this data folder. */
export const deskIsOpen = async (config: Config): Promise<boolean> => {
  const path = socketOf(config)
  if (!existsSync(path)) return false
  const asked = fetch('http://localhost/', { unix: path, signal: AbortSignal.timeout(2_000) })
  return asked.then(
    () => true,
    () => false,
  )
}
type Told = { reason?: string; values?: Record<string, string | number> }
