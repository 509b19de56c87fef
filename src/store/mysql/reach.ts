import type { ServerUrl } from '../../config/server-url'
import type { Log } from '../../log'
import { backOff } from '../../retry'
import type { ServerFault } from '../server-fault'
import { Unavailable } from '../unavailable'
import { notReached } from './reasons'

/** Pause after a refusal before the server is asked again, at first and at most, ms. */
const pauseMs = backOff(100, 5_000)

/** Whether new connections to a server can be made, for all pools that make them. */
export type Reach = {
  /**
   * Throws what the last try has found, while it is too early for another. Only a server that refuses
   * is spared so: one that is away is tried at once, for it may be back.
   */
  assertWelcome(): void
  /** A connection could not be made: answers so, with why as its cause, and tells the log, once an outage. */
  failed(problem: unknown, triedMs: number): Unavailable
  made(): void
}

/** Without a log nobody is told; who opens the store hears of the first failure anyway. */
export const openReach = (server: ServerUrl, log?: Log): Reach => {
  let refusal: Unavailable | undefined
  let refusals = 0
  let nextTryMs = 0
  let madeMs = Number.POSITIVE_INFINITY
  const told = new Set<string>()

  const tell = ({ says, remedy }: ServerFault) => {
    if (told.has(says)) return
    told.add(says)
    log?.warn('the database is not reached', { problem: says, remedy })
  }
  return {
    assertWelcome() {
      if (refusal !== undefined && performance.now() < nextTryMs) throw refusal
    },
    failed(problem, triedMs) {
      const fault = notReached(problem, server)
      // Those that were tried together are one try.
      if (!fault.passing && performance.now() >= nextTryMs) {
        nextTryMs = performance.now() + pauseMs(refusals)
        refusals += 1
      }
      const unavailable = new Unavailable('The database is not reached', { cause: fault })
      refusal = fault.passing ? undefined : unavailable
      // One that was tried while the server was away may say so long after it is back.
      if (triedMs > madeMs) tell(fault)
      return unavailable
    },
    made() {
      if (told.size > 0) log?.info('the database is reached again')
      told.clear()
      madeMs = performance.now()
      refusal = undefined
      refusals = 0
      nextTryMs = 0
    },
  }
}
