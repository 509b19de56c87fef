import { deskMark } from '../../commands/tokens'
import type { Config } from '../../config'
import { CliError } from '../cli-error'
import { hasDesk } from '../desk-place'
import { configOf, noDesk, type Place } from '../options'
import { programName } from '../program-name'
import { findOpen, type Opened } from '../send-to-desk'
import type { Cli } from '../terminal'
import { lookAtAddress } from './address'
import { lookAtBus } from './bus'
import { bad, type Finding, fair } from './finding'
import { lookAtForms } from './forms'
import { lookAtSocket, lookAtStream } from './live'
import { lookAtClock, lookAtDisk, lookAtFiles } from './machine'
import type { Expected } from './reach'
import { lookAtStore } from './store'

/** Each look in turn, so that a line is printed as soon as it is known. */
export async function* examine(
  cli: Cli,
  flags: Place,
  given: string | undefined,
): AsyncGenerator<Finding> {
  const own = configOf(cli, flags, { quiet: true, looks: true })
  const open = await findOpen(cli, own).catch(hanging)
  const isHere = open !== undefined || hasDesk(own)
  if (!isHere && given === undefined) throw noDesk(own)
  if (isHere) yield* examineHere(open instanceof CliError ? own : serversOf(own, open))
  else yield fair('desk', `there is none in ${own.dataDir}: only the address is looked at`)
  if (open instanceof CliError) {
    yield bad(
      'desk',
      open.message,
      'It is open, but something is wrong: look at its log, and start it anew.',
    )
    return
  }
  if (given === undefined && !open) {
    yield fair(
      'address',
      'not looked at, for the desk is closed',
      `${programName()} serve opens it`,
    )
    return
  }
  const url = given ?? (open ?? own).baseUrl
  yield* examineAddress(url, isHere ? expectedOf(own, open) : nobody)
}

type Here = Pick<Config, 'dataDir' | 'databaseUrl' | 'redisUrl'>

/** The servers of the desk that is open, else those it would have if it were opened from here. */
const serversOf = (own: Config, open: Opened | undefined): Here => ({
  dataDir: own.dataDir,
  databaseUrl: open?.databaseUrl ?? own.databaseUrl,
  redisUrl: open?.redisUrl === undefined ? own.redisUrl : (open.redisUrl ?? undefined),
})

/** What is looked at where the desk's data is. */
async function* examineHere(config: Here): AsyncGenerator<Finding> {
  yield* await lookAtStore(config)
  yield* await lookAtBus(config)
  yield* await lookAtClock()
  yield* lookAtDisk(config)
  yield* lookAtFiles()
}

async function* examineAddress(url: string, expected: Expected): AsyncGenerator<Finding> {
  const address = await lookAtAddress(url, expected)
  yield* address
  // Where no desk answers there is no stream to measure.
  if (address[0]?.mark !== 'good') return
  const forms = await lookAtForms(url)
  yield* forms
  yield* await lookAtStream(url)
  // Where forms are refused sockets are too, and it is not the upgrade that is to blame.
  if (forms.every(({ mark }) => mark === 'good')) yield* await lookAtSocket(url)
}

/** Somebody else's machine knows nothing of the desk. */
const nobody: Expected = { baseUrl: undefined, mark: undefined, trustProxy: undefined }

/** By the desk's own word where it is open: its surroundings are not those of who looks. */
const expectedOf = (own: Config, open: Opened | undefined): Expected => {
  const { baseUrl, baseUrlGiven } = open ?? own
  return {
    baseUrl: baseUrlGiven ? baseUrl : undefined,
    mark: open?.mark ?? (own.secret === '' ? undefined : deskMark(own.secret)),
    trustProxy: open?.trustProxy ?? own.trustProxy,
  }
}

/** A desk that is there and does not answer is something to tell, and no reason to stop looking. */
const hanging = (problem: unknown): CliError => {
  if (problem instanceof CliError) return problem
  throw problem
}
