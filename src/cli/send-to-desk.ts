import { z } from 'zod'
import { sentenceFor } from '../../views/words'
import type { Config } from '../config'
import { openDesk } from '../open'
import { Unavailable } from '../store/unavailable'
import { CliError, opening, unavailable } from './cli-error'
import { askDesk } from './control-client'
import { type ControlAnswer, type ControlRequest, type Done, handle } from './control-requests'
import { whyItStays } from './departments/needed'
import { programName } from './program-name'
import { logOf, type Terminal } from './terminal'

/** One of an older version says only the first two. */
const opened = z.object({
  baseUrl: z.string(),
  baseUrlGiven: z.boolean(),
  mark: z.string().optional(),
  trustProxy: z.array(z.string()).optional(),
  databaseUrl: z.string().optional(),
  redisUrl: z.string().nullable().optional(),
})

/** What an open desk says of itself. */
export type Opened = z.output<typeof opened>

/**
 * The desk that is open at this data folder; undefined when there is none.
 * Throws a `CliError` when there is one and it does not answer.
 */
export const findOpen = (terminal: Terminal, config: Config): Promise<Opened | undefined> =>
  askDesk(terminal, config, { shape: opened, unknown: '' })

/**
 * Has a request handled, once: by the desk that is open, or where none listens, in this process.
 * Throws a `CliError` that says why it could not be, or that it is not known whether it was.
 */
export const sendToDesk = async (
  terminal: Terminal,
  config: Config,
  request: ControlRequest,
): Promise<Done> => {
  const question = {
    ...{ shape: outcome, body: JSON.stringify(request), unknown: unknownOf(request) },
    ...(request.do.endsWith(' import') || LONG.has(request.do) ? { waitMs: IMPORT_MS } : {}),
  }
  const answer =
    (await askDesk(terminal, config, question)) ?? (await handleHere(terminal, config, request))
  if ('needed' in answer) throw new CliError(whyItStays(answer.needed))
  if ('reason' in answer) throw new CliError(sentenceFor(answer, 'en'))
  return answer
}

/** What goes through much of what is stored. */
const LONG: ReadonlySet<string> = new Set(['erase', 'retention delete'])
/** A file of many thousands is taken over row by row, and whoever wrote much is erased line by line. */
const IMPORT_MS = 15 * 60_000

/** Loose on purpose: both sides are the same program, so one telling field is proof enough. */
const outcome = z.custom<ControlAnswer>(
  (told) =>
    typeof told === 'object' &&
    told !== null &&
    (('id' in told && 'departments' in told) || 'reason' in told || 'needed' in told),
)

const unknownOf = (request: ControlRequest): string => {
  const [noun = ''] = request.do.split(' ')
  const list = `${programName()} ${noun === 'account' ? 'agent' : noun} list`
  return `: whether it was done is not known, look with ${list}`
}

const handleHere = async (
  terminal: Terminal,
  config: Config,
  request: ControlRequest,
): Promise<ControlAnswer> => {
  const log = logOf(terminal, config.logLevel)
  const opened = await opening(openDesk(config, { log }), config)
  try {
    return await handle(opened.desk, request)
  } catch (problem) {
    throw problem instanceof Unavailable ? unavailable(problem, config) : problem
  } finally {
    await opened.close()
  }
}
