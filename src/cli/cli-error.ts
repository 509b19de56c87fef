import { networkInterfaces } from 'node:os'
import type { Config } from '../config'
import { ListenFault } from '../open/port'
import { Unavailable } from '../store/unavailable'
import { otherPort } from './program-name'
import { storeFault } from './store-fault'

/** Ends a command with one sentence and an exit code. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: 1 | 2
  constructor(sentence: string, code: 1 | 2 = 1, options?: { cause?: unknown }) {
    super(sentence, options)
    this.code = code
  }
}

/**
 * What cannot even be opened was set up wrongly: its one sentence, and exit code 2. A secret that was
 * made for it is taken away again.
 */
export const opening = async <Opened>(
  work: Promise<Opened>,
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'takeBackSecret'>,
): Promise<Opened> => {
  try {
    return await work
  } catch (problem) {
    config.takeBackSecret?.()
    if (problem instanceof ListenFault) throw new CliError(whyNotListening(problem), 2)
    const isFull = problem instanceof Unavailable && problem.full
    if (isFull) throw unavailable(problem, config)
    const sentence = problem instanceof Error ? problem.message : String(problem)
    throw new CliError(sentence, 2, { cause: problem })
  }
}

/** A store that could not answer, as it is told at the end of a command. */
export const unavailable = (
  problem: Unavailable,
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
): CliError => {
  const { fault, code } = storeFault(problem, config)
  return new CliError(fault, code, { cause: problem })
}

/** What keeps the desk from its port, by the setting that changes it. */
const whyNotListening = ({ code, message, place: { port, host } }: ListenFault): string => {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use already: choose another with ${otherPort(port)}`
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has: choose another, like --port 8080`
  if (NO_ADDRESS.has(code))
    return `HOST must be an address of this machine, like ${ownAddresses()} (got ${JSON.stringify(host)})`
  return `Nothing can listen at ${host}, port ${port}: ${message}`
}

/** Of another machine, a name that leads nowhere, or a kind this machine does not speak. */
const NO_ADDRESS = new Set([
  ...['EADDRNOTAVAIL', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_NONAME'],
  ...['EINVAL', 'EAFNOSUPPORT'],
])

/** As many as a sentence can hold. */
const NAMED_ADDRESSES = 3

const ownAddresses = (): string => {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  return all
    .map(({ address }) => address)
    .slice(0, NAMED_ADDRESSES)
    .join(' or ')
}
