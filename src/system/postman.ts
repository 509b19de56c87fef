import { delayOf, type Mail } from '../../actors/mail'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import { openDeadLetters } from './postman/dead-letters'
import { openDeadlines } from './postman/deadlines'
import { deliverDueOver } from './postman/deliver-due'
import { openDeliveries } from './postman/deliveries'
import { openFailedMail } from './postman/failed-mail'
import { openMailRounds } from './postman/rounds'
import { openTooFar } from './postman/too-far'
import type { System } from './system'

/** A question to a database names so many at most. */
const MOST_IDS = 500

/**
 * Delivers tells and timers from one table, each exactly once, from any node: the mail is
 * consumed in the same transaction as the turn it causes, so a second delivery finds it gone.
 */
export const openPostman = (parts: {
  store: Store
  system: Pick<System, 'deliver'>
  clock: Clock
  log: Log
}) => {
  const { store, clock } = parts
  const deadLetters = openDeadLetters(parts)
  const deliveries = openDeliveries({ ...parts, failed: openFailedMail({ ...parts, deadLetters }) })
  const deadlines = openDeadlines(clock)
  const tooFar = openTooFar({ ...parts, deadlines })
  const deliverDue = deliverDueOver({ ...parts, deadlines, deliveries })
  const bringForward = async () => {
    const ids = deadlines.overdue()
    for (let from = 0; from < ids.length; from += MOST_IDS) {
      const some = ids.slice(from, from + MOST_IDS)
      await store.mail.bringForward(some, clock.now())
      deadlines.done(some)
    }
  }
  const look = async (isOpen: () => boolean) => {
    if (isOpen()) await deadLetters.look()
    if (isOpen()) await tooFar.look()
    await bringForward()
    return deliverDue(isOpen)
  }
  const rounds = openMailRounds(parts, look)
  return {
    start: rounds.start,
    /** Mail of a turn this node committed: tells go out at once, timers set the alarm. */
    posted(mail: readonly Mail[], cancels: readonly string[] = []) {
      const now = clock.now()
      for (const slot of cancels) deadlines.stopAt(slot)
      for (const one of mail) {
        if (one.timer === null) void deliveries.deliver(one)
        else {
          deadlines.set(one, Math.min(delayOf(one) ?? Infinity, Math.max(0, one.dueAt - now)))
          rounds.wake(one.dueAt)
        }
      }
    },
    /** One look through the mail room now; for those who turn the clock themselves. */
    async round() {
      await look(() => true)
    },
    /** Stops making rounds and settles when nothing is underway. */
    async stop() {
      await rounds.stop()
      await deliveries.rest()
      deadlines.close()
    },
    underway: deliveries.underway,
  }
}
