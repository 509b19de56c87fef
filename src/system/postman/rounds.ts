import type { Clock } from '../../clock'
import type { Log } from '../../log'
import type { Store } from '../../store/store'
import { openAlarm } from './alarm'

/** How often the mail room is looked through when nothing is known to be due, ms. */
const ROUND_MS = 1000
/** And when other nodes post mail too, of which this one does not hear. */
const SHARED_ROUND_MS = 250
/** How long the rests grow to while the store does not answer, ms. */
const LONGEST_REST_MS = 5_000

/**
 * When the mail room is looked through: at the moment that something falls due, and now and then
 * anyway. `look` answers the moment it looked at last, ms; it stops where `isOpen` says no.
 */
export const openMailRounds = (
  { store, clock, log }: { store: Pick<Store, 'mail' | 'shared'>; clock: Clock; log: Log },
  look: (isOpen: () => boolean) => Promise<number>,
) => {
  const roundMs = store.shared ? SHARED_ROUND_MS : ROUND_MS
  let open = false
  let round: Promise<void> = Promise.resolve()
  const isOpen = () => open
  let failures = 0

  const makeRound = async () => {
    try {
      // Asked from the moment that was looked at: what fell due during the round is next.
      const lookedAt = await look(isOpen)
      const next = open ? await store.mail.nextDue(lookedAt) : null
      wake(Math.min(next ?? Number.POSITIVE_INFINITY, clock.now() + roundMs))
      failures = 0
    } catch (problem) {
      // Once for an outage: whoever comes in asks too, and says why the store is away.
      if (failures === 0) log.warn('the mail room cannot be read', { problem })
      wake(clock.now() + Math.min(roundMs * 2 ** failures, LONGEST_REST_MS))
      failures++
    }
  }

  const alarm = openAlarm(clock, () => {
    round = round.then(makeRound)
  })
  const wake = (at: number) => {
    if (open) alarm.set(at)
  }

  return {
    start() {
      open = true
      wake(clock.now())
    },
    /** There is a round at `at`, ms UTC, if none is earlier. */
    wake,
    async stop() {
      open = false
      alarm.stop()
      await round
    },
  }
}
