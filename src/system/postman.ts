import type { Mail } from '../../actors/mail'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import { openDeadLetters } from './postman/dead-letters'
import { deliverDueOver } from './postman/deliver-due'
import { openDeliveries } from './postman/deliveries'
import { openFailedMail } from './postman/failed-mail'
import { openMailRounds } from './postman/rounds'
import type { System } from './system'

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
  const { clock } = parts
  const deadLetters = openDeadLetters(parts)
  const deliveries = openDeliveries({ ...parts, failed: openFailedMail({ ...parts, deadLetters }) })
  const deliverDue = deliverDueOver({ ...parts, deliveries })
  const rounds = openMailRounds(parts, async (isOpen) => {
    if (isOpen()) await deadLetters.look()
    return deliverDue(isOpen)
  })
  return {
    start: rounds.start,
    /** Mail of a turn this node committed: what is due goes out at once, timers set the alarm. */
    posted(mail: readonly Mail[]) {
      const now = clock.now()
      for (const one of mail) {
        if (one.timer === null && one.dueAt <= now) void deliveries.deliver(one)
        else rounds.wake(one.dueAt)
      }
    },
    /** One look through the mail room now; for those who turn the clock themselves. */
    async round() {
      await deadLetters.look()
      await deliverDue(() => true)
    },
    /** Stops making rounds and settles when nothing is underway. */
    async stop() {
      await rounds.stop()
      await deliveries.rest()
    },
    underway: deliveries.underway,
  }
}
