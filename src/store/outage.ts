import type { Clock } from '../clock'
import type { Log } from '../log'
import { Unavailable } from './unavailable'

/** What a line of the log says of a store that cannot answer, and what puts it right. */
export type OutageLine = { problem: string; remedy?: string | undefined }

/** How long nothing must have failed before an outage is over, ms: a full disk has room for a little now and then. */
const QUIET_MS = 5_000

/**
 * Tells the log of an outage of the store: one line for each reason it has, however many calls fail,
 * and one when it is over. On a full disk the log may be on the same.
 */
export type Outage = {
  /** Takes down a fault of a call, and answers it. What is none of the store as a whole is nothing. */
  failed<Fault>(fault: Fault): Fault
  /** Something was written. */
  wrote(): void
  /** The store closes: what fails from now on is no outage. */
  end(): void
}

/** `lineOf` says what is told of a fault; undefined when somebody else tells of it. */
export const openOutage = (
  { clock, log }: { clock: Pick<Clock, 'ticks'>; log: Log },
  lineOf: (fault: Unavailable) => OutageLine | undefined,
): Outage => {
  const told = new Set<string>()
  let failedAt = 0
  let isOver = false
  return {
    failed(fault) {
      if (isOver || !(fault instanceof Unavailable)) return fault
      failedAt = clock.ticks()
      if (told.has(fault.message)) return fault
      const line = lineOf(fault)
      if (line === undefined) return fault
      told.add(fault.message)
      log.warn('the store cannot answer', line)
      return fault
    },
    wrote() {
      if (told.size === 0 || clock.ticks() - failedAt < QUIET_MS) return
      told.clear()
      log.info('the store answers again')
    },
    end() {
      isOver = true
    },
  }
}

/**
 * A log for who works with a store: that a call failed because the store is away is told by the store
 * itself, once for all of them, and here only to who wants to hear everything.
 */
export const withoutOutages = (log: Log): Log => ({
  ...log,
  warn: (message, about) =>
    about?.problem instanceof Unavailable ? log.debug(message, about) : log.warn(message, about),
})
