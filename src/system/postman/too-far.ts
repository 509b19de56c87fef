import { delayOf, type Mail } from '../../../actors/mail'
import type { Clock } from '../../clock'
import type { DueMail } from '../../store/ports/mail'
import type { Store } from '../../store/store'
import { CLOCK_SET_MS, type Deadlines } from './deadlines'
import { LONGEST_LEASE_MS } from './leases'

const PAGE_MAIL = 500

/**
 * Looks through all mail that is to come, at the start and whenever the clock was set back, for what
 * is further away than it was meant to take at all: from now on it takes that long, and a lease that
 * ends later than any can is over.
 */
export const openTooFar = (parts: {
  store: Pick<Store, 'mail'>
  clock: Pick<Clock, 'now' | 'ticks'>
  deadlines: Deadlines
}) => {
  const { store, clock, deadlines } = parts
  /** By how much the time of day is ahead of what only goes forward, ms. */
  let aheadMs = Number.POSITIVE_INFINITY

  const cut = (mail: DueMail) => {
    const delayMs = isReadable(mail) ? delayOf(mail) : 0
    if (delayMs === undefined || deadlines.has(mail)) return
    if (mail.dueAt - clock.now() > delayMs + CLOCK_SET_MS) deadlines.set(mail, delayMs)
  }

  const cutAll = async () => {
    const now = clock.now()
    await store.mail.endLeases(now + LONGEST_LEASE_MS)
    for (let after = ''; ; ) {
      const page = await store.mail.coming(now, after, PAGE_MAIL)
      page.forEach(cut)
      const last = page.at(-1)
      if (last === undefined || page.length < PAGE_MAIL) return
      after = last.timer ?? last.id
    }
  }

  return {
    async look() {
      const before = aheadMs
      const nowMs = clock.now() - clock.ticks()
      if (nowMs < before - CLOCK_SET_MS) await cutAll()
      // Not before it has gone through: a store that is away is asked again.
      aheadMs = nowMs
    },
  }
}

const isReadable = (mail: DueMail): mail is Mail => mail.event !== null
