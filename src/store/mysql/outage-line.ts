import type { OutageLine } from '../outage'
import { ServerFault } from '../server-fault'
import type { Unavailable } from '../unavailable'
import { isFatal } from './faults'

/**
 * What is told of a call that the server did not answer. Undefined for a connection that is lost:
 * when another cannot be made either, it is told why the server is not reached.
 */
export const outageLine = ({ message, cause, full }: Unavailable): OutageLine | undefined => {
  if (cause instanceof ServerFault || isFatal(cause)) return undefined
  return {
    problem: message,
    remedy: full
      ? 'Make room on the disk of the database server.'
      : 'Look at the database server, at its load and at the network between here and there.',
  }
}
