import type { ServerUrl } from '../config/server-url'
import type { Log } from '../log'
import { reasonOf } from './reasons'
import type { Reason } from './reasons/rules'

/** How often a state without a reason may be told of before it is logged all the same. */
const QUIET_TELLS = 3

/** Tells the log of changes only: an outage is one line for each reason it has, not one a try. */
export const openReport = (log: Log, about: { server: ServerUrl; channel: string }) => {
  let state: 'up' | 'down' | undefined
  let reason: Reason | undefined
  let quiet = 0
  let hasWorked = false
  const told = new Set<string | undefined>()

  const tellDown = () => {
    const { says = `Redis does not answer`, remedy } = reason ?? {}
    if (told.has(remedy)) return
    told.add(remedy)
    log.warn('other nodes are not reached through Redis', { problem: says, remedy })
  }
  return {
    /** Takes down a fault of a connection; undefined when it tells nothing about the server. */
    problem: (problem: Error): Reason | undefined => {
      const found = reasonOf(problem, { ...about, hasWorked })
      reason = found ?? reason
      return found
    },
    tell: (now: 'up' | 'down') => {
      if (now === 'down') {
        // At the start and after a silence the reason may be a moment behind.
        if (reason === undefined && ++quiet < QUIET_TELLS) return
        state = now
        return tellDown()
      }
      quiet = 0
      reason = undefined
      if (state === now) return
      state = now
      hasWorked = true
      told.clear()
      log.info('other nodes are reached through Redis')
    },
  }
}
