import { causesOf } from '../disk/codes'
import { ServerFault } from './server-fault'
import { Unavailable } from './unavailable'

/** What the network and the resolver of names say of a server that is not there. */
const unreached: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'PROTOCOL_CONNECTION_LOST'],
])

/**
 * What MySQL says while it cannot work yet: too many connections, shutting down, without the others
 * of its cluster, read only until it is promoted.
 */
const notYet: ReadonlySet<unknown> = new Set([1040, 1047, 1053, 1203, 1290, 1836, 1927])

/**
 * Why a database server could not be opened that may be there a moment later, in a sentence that
 * names neither server nor user. Undefined when waiting would not help: a wrong password, a database
 * that is not there or is another's.
 */
export const awayReason = (problem: unknown): string | undefined => {
  for (const one of causesOf(problem)) {
    if (one instanceof ServerFault && !one.passing) return undefined
    const { code, errno } = one as { code?: unknown; errno?: unknown }
    if (unreached.has(code) || notYet.has(errno))
      return `The database does not answer yet (${code})`
    if (one instanceof Unavailable && !one.full) return 'The database did not answer in time'
  }
  return undefined
}
