import type { Clock } from '../../clock'
import type { DueMail } from '../../store/ports/mail'
import type { Store } from '../../store/store'
import { CLOCK_SET_MS, type Deadlines } from './deadlines'
import type { Deliveries } from './deliveries'
import { LEASE_MS } from './leases'

/** A new tell is delivered by the node that made it; others take it up after this, ms. */
const STEP_IN_MS = 500
/** Mail that is put off by times as near to each other as this is so by one statement, ms. */
const ALIKE_MS = 100
const BATCH_MAIL = 200

/** Delivers all that is due, one batch after another, while `goesOn` says so. */
export const deliverDueOver = (parts: {
  store: Pick<Store, 'mail'>
  clock: Pick<Clock, 'now'>
  deadlines: Pick<Deadlines, 'leftMs' | 'set'>
  deliveries: Deliveries
}) => {
  const { store, clock, deadlines, deliveries } = parts

  /**
   * Due by the time of day alone, for the clock was set forward: its time of day is put right, so that
   * it is found when it is due and not before.
   */
  const putOff = async (early: readonly DueMail[], now: number) => {
    const lateBy = (mail: DueMail) =>
      Math.ceil((now + deadlines.leftMs(mail) - mail.dueAt) / ALIKE_MS) * ALIKE_MS
    for (const [byMs, mail] of Map.groupBy(early, lateBy)) {
      await store.mail.putOff(mail.map(idOf), now, byMs)
      for (const one of mail)
        deadlines.set({ ...one, dueAt: one.dueAt + byMs }, deadlines.leftMs(one))
    }
  }

  const deliver = async (due: readonly DueMail[], now: number) => {
    if (due.length === 0) return
    const own = new Set(await store.mail.lease(due.map(idOf), now, now + LEASE_MS))
    await Promise.all(due.filter(({ id }) => own.has(id)).map(deliveries.deliverDue))
  }

  /** Delivers what is due at a moment. Answers whether there was more than one batch of it. */
  const deliverBatch = async (now: number) => {
    const found = (await store.mail.due(now, BATCH_MAIL)).filter(
      (mail) =>
        !deliveries.isUnderway(mail) && (mail.timer !== null || mail.dueAt <= now - STEP_IN_MS),
    )
    const isEarly = (mail: DueMail) => deadlines.leftMs(mail) > CLOCK_SET_MS
    await putOff(found.filter(isEarly), now)
    await deliver(
      found.filter((mail) => !isEarly(mail)),
      now,
    )
    return found.length === BATCH_MAIL
  }

  /** Answers the moment looked at last, ms: what fell due since is next. */
  return async (goesOn: () => boolean): Promise<number> => {
    let now = clock.now()
    while (goesOn() && (await deliverBatch(now))) now = clock.now()
    return now
  }
}

const idOf = ({ id }: DueMail): string => id
