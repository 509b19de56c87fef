import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isProblem, type Reason } from '../../actors/problem'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import { type AccountOrder, makeAccount } from './orders'

/** What an open desk says of itself. */
export type Opened = Pick<Config, 'baseUrl' | 'baseUrlGiven'>
/** How an order went: an id, or why not. */
export type Ordered = { id: string } | { reason: Reason; values: Record<string, string | number> }

const socketOf = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'control.sock')

/** Longer than any order takes, ms. */
const WITHIN = 10_000

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
      if (request.method === 'GET') return Response.json(openedOf(config))
      const made = await makeAccount(desk, (await request.json()) as AccountOrder)
      const outcome: Ordered = isProblem(made)
        ? { reason: made.reason, values: { ...made.values } }
        : { id: made }
      return Response.json(outcome)
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

/** The desk that is open at this data folder; undefined when there is none. */
export const findOpen = (config: Config): Promise<Opened | undefined> => ask(config, 'GET')

/** Has the open desk make an account; undefined when there is none. */
export const askControl = (config: Config, order: AccountOrder): Promise<Ordered | undefined> =>
  ask(config, 'POST', JSON.stringify(order))

const ask = async <Answer>(
  config: Config,
  method: 'GET' | 'POST',
  body?: string,
): Promise<Answer | undefined> => {
  const path = socketOf(config)
  if (!existsSync(path)) return undefined
  const signal = AbortSignal.timeout(WITHIN)
  try {
    const answer = await fetch('http://localhost/', { unix: path, method, body, signal })
    return (await answer.json()) as Answer
  } catch {
    // A desk that was killed leaves its socket behind.
    return undefined
  }
}
