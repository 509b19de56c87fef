import type { Clock } from '../../clock'
import type { Store } from '../../store/store'
import type { Deliveries } from './deliveries'

/** Fresh tells are delivered by the node that made them; another steps in after this, ms. */
const STEP_IN_MS = 500
/** How long due mail belongs to the node that took it, ms. */
const LEASE_MS = 10_000
const BATCH_MAIL = 200

/** Delivers all that is due, one batch after another, while `goesOn` says so. */
export const deliverDueOver = (parts: {
  store: Pick<Store, 'mail'>
  clock: Pick<Clock, 'now'>
  deliveries: Deliveries
}) => {
  const { store, clock, deliveries } = parts

  /** Delivers what is due at a moment. Answers whether there was more than one batch of it. */
  const deliverBatch = async (now: number) => {
    const due = (await store.mail.due(now, BATCH_MAIL)).filter(
      (mail) =>
        !deliveries.isUnderway(mail) && (mail.timer !== null || mail.dueAt <= now - STEP_IN_MS),
    )
    if (due.length === 0) return false
    const ids = due.map((mail) => mail.id)
    const own = new Set(await store.mail.lease(ids, now, now + LEASE_MS))
    const mine = due.filter((mail) => own.has(mail.id))
    await Promise.all(mine.map(deliveries.deliverDue))
    return due.length === BATCH_MAIL
  }

  /** Answers the moment looked at last, ms: what fell due since is next. */
  return async (goesOn: () => boolean): Promise<number> => {
    let now = clock.now()
    while (goesOn() && (await deliverBatch(now))) now = clock.now()
    return now
  }
}
