import { chmodSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { sentenceFor } from '../../views/words'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import { openDesk } from '../open'
import { CliError, opening } from './cli-error'
import { askDesk, socketOf } from './control-client'
import { type ControlAnswer, type ControlRequest, type Done, handle } from './control-requests'
import { whyItStays } from './departments/needed'
import { programName } from './program-name'
import { logOf, type Terminal } from './terminal'

const opened = z.object({ baseUrl: z.string(), baseUrlGiven: z.boolean() })

/** What an open desk says of itself. */
export type Opened = z.output<typeof opened>

/**
 * A door for the program's own commands while the desk is open: SQLite has one process, so they
 * ask it. A socket file only the owner of the data can use; nothing on the network.
 */
export const openControl = (desk: Desk, config: Config) => {
  const path = socketOf(config)
  rmSync(path, { force: true })
  const server = Bun.serve({
    unix: path,
    development: false,
    async fetch(request) {
      if (request.method === 'GET') return Response.json(openedOf(config))
      return Response.json(await handle(desk, (await request.json()) as ControlRequest))
    },
    error(problem) {
      desk.log.error('an order of the command line failed', { problem })
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

/**
 * The desk that is open at this data folder; undefined when there is none.
 * Throws a Refusal when there is one and it does not answer.
 */
export const findOpen = (terminal: Terminal, config: Config): Promise<Opened | undefined> =>
  askDesk(terminal, config, { shape: opened, unknown: '' })

/**
 * Has an order carried out, once: by the desk that is open, or where none listens, in this process.
 * Throws a Refusal that says why it could not be, or that it is not known whether it was.
 */
export const sendToDesk = async (
  terminal: Terminal,
  config: Config,
  order: ControlRequest,
): Promise<Done> => {
  const question = { shape: outcome, body: JSON.stringify(order), unknown: unknownOf(order) }
  const ordered =
    (await askDesk(terminal, config, question)) ?? (await giveHere(terminal, config, order))
  if ('needed' in ordered) throw new CliError(whyItStays(ordered.needed))
  if ('reason' in ordered) throw new CliError(sentenceFor(ordered, 'en'))
  return ordered
}

/** Whatever has one of the marks of an answer is one: both sides are of the same program. */
const outcome = z.custom<ControlAnswer>(
  (told) =>
    typeof told === 'object' &&
    told !== null &&
    (('id' in told && 'departments' in told) || 'reason' in told || 'needed' in told),
)

const unknownOf = (order: ControlRequest): string => {
  const isDepartment = order.do.startsWith('department ')
  const list = `${programName()} ${isDepartment ? 'department' : 'agent'} list`
  return `: whether it was done is not known, look with ${list}`
}

const giveHere = async (
  terminal: Terminal,
  config: Config,
  order: ControlRequest,
): Promise<ControlAnswer> => {
  const log = logOf(terminal, config.logLevel)
  const opened = await opening(openDesk(config, { log }))
  try {
    return await handle(opened.desk, order)
  } finally {
    await opened.close()
  }
}
