import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sentenceFor } from '../../views/words'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import { openDesk } from '../open'
import { CliError, opening } from './cli-error'
import { type ControlAnswer, type ControlRequest, type Done, handle } from './control-requests'
import { whyItStays } from './departments/needed'

/** What an open desk says of itself. */
export type Opened = Pick<Config, 'baseUrl' | 'baseUrlGiven'>

const socketOf = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'control.sock')

/** Longer than any order takes, ms. */
const TIMEOUT_MS = 10_000

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
      return Response.json(await handle(desk, (await request.json()) as ControlRequest))
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

/**
 * Has an order carried out: by the desk that is open, or where there is none, in this process.
 * Throws a Refusal that says why it could not be.
 */
export const sendToDesk = async (config: Config, order: ControlRequest): Promise<Done> => {
  const ordered =
    (await ask<ControlAnswer>(config, 'POST', JSON.stringify(order))) ??
    (await giveHere(config, order))
  if ('needed' in ordered) throw new CliError(whyItStays(ordered.needed))
  if ('reason' in ordered) throw new CliError(sentenceFor(ordered, 'en'))
  return ordered
}

const giveHere = async (config: Config, order: ControlRequest): Promise<ControlAnswer> => {
  const opened = await opening(openDesk(config))
  try {
    return await handle(opened.desk, order)
  } finally {
    await opened.close()
  }
}

const ask = async <Answer>(
  config: Config,
  method: 'GET' | 'POST',
  body?: string,
): Promise<Answer | undefined> => {
  const path = socketOf(config)
  if (!existsSync(path)) return undefined
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const answer = await fetch('http://localhost/', { unix: path, method, body, signal })
    return (await answer.json()) as Answer
  } catch {
    // A desk that was killed leaves its socket behind.
    return undefined
  }
}
