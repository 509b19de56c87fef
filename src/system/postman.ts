import type { Mail } from '../../actors/turn'
import type { Clock, Stop } from '../clock'
import type { Log } from '../log'
import type { DueMail } from '../store/ports/mail'
import type { Store } from '../store/store'
import { DELIVERY_TRIES, openDeadLetters } from './dead-letters'
import type { System } from './system'

/** How often the mail room is looked through when nothing is known to be due, ms. */
const ROUND_MS = 1000
/** And when other nodes post mail too, of which this one does not hear. */
const SHARED_ROUND_MS = 250
/** Fresh tells are delivered by the node that made them; another steps in after this, ms. */
const STEP_IN_MS = 500
const LEASE_MS = 10_000
const BATCH_MAIL = 200
/** How long a stop waits for what is underway, ms. */
const REST_MS = 2_000
const UNREADABLE = 'its event cannot be read'

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
  const { store, clock, log } = parts
  const roundMs = store.shared ? SHARED_ROUND_MS : ROUND_MS
  const underway = new Map<string, Promise<void>>()
  const aside = openDeadLetters({ store, clock })
  let open = false
  let alarm: Stop | undefined
  let alarmAt = Number.POSITIVE_INFINITY
  let round: Promise<void> = Promise.resolve()

  const deliver = async (mail: Mail) => {
    if (underway.has(mail.id)) return
    const done = attempt(mail).finally(() => underway.delete(mail.id))
    underway.set(mail.id, done)
    await done
  }

  const attempt = async (mail: Mail) => {
    try {
      const outcome = await parts.system.deliver(mail)
      if (outcome === 'parked') await putOff(mail, 'its actor is parked')
    } catch (problem) {
      log.warn('mail could not be delivered and is tried again', { mail: mail.id, problem })
      await putOff(mail, String(problem)).catch(() => {})
    }
  }

  /** No try would go better. */
  const setAside = async (mail: DueMail) => {
    log.error('mail is set aside', { mail: mail.id, to: mail.to, problem: UNREADABLE })
    await aside.put(mail, UNREADABLE)
  }

  const putOff = async (mail: Mail, problem: string) => {
    const now = clock.now()
    const tries = await store.mail.failed(mail.id, now + LEASE_MS)
    if (tries < DELIVERY_TRIES) return
    log.error('mail is set aside', { mail: mail.id, to: mail.to, tries, problem })
    await aside.put(mail, problem)
  }

  /** Delivers what is due at a moment. Answers whether there was more than one batch of it. */
  const lookThrough = async (now: number) => {
    const due = (await store.mail.due(now, BATCH_MAIL)).filter(
      (mail) => !underway.has(mail.id) && (mail.timer !== null || mail.dueAt <= now - STEP_IN_MS),
    )
    if (due.length === 0) return false
    const ids = due.map((mail) => mail.id)
    const own = new Set(await store.mail.lease(ids, now, now + LEASE_MS))
    const mine = due.filter((mail) => own.has(mail.id))
    await Promise.all(mine.map((mail) => (isReadable(mail) ? deliver(mail) : setAside(mail))))
    return due.length === BATCH_MAIL
  }

  const makeRound = async () => {
    try {
      if (open) await aside.look()
      // Asked from the moment that was looked at: what fell due during the round is next.
      let now = clock.now()
      while (open && (await lookThrough(now))) now = clock.now()
      const next = open ? await store.mail.nextDue(now) : null
      wake(Math.min(next ?? Number.POSITIVE_INFINITY, clock.now() + roundMs))
    } catch (problem) {
      log.warn('the mail room cannot be read', { problem })
      wake(clock.now() + roundMs)
    }
  }

  /** Until nothing is underway, and what it led to neither; a store that hangs is not waited for. */
  const rest = async () => {
    const late = Promise.withResolvers<void>()
    let isLate = false
    const stop = clock.after(REST_MS, () => {
      isLate = true
      late.resolve()
    })
    while (underway.size > 0 && !isLate)
      await Promise.race([Promise.all(underway.values()), late.promise])
    stop()
  }

  /** Sets the alarm, unless it rings earlier already. */
  const wake = (at: number) => {
    if (!open || at >= alarmAt) return
    alarm?.()
    alarmAt = at
    alarm = clock.after(Math.max(0, Math.min(at - clock.now(), 60_000)), () => {
      alarmAt = Number.POSITIVE_INFINITY
      round = round.then(makeRound)
    })
  }

  return {
    start() {
      open = true
      wake(clock.now())
    },
    /** Mail of a turn this node committed: what is due goes out at once, timers set the alarm. */
    posted(mail: readonly Mail[]) {
      const now = clock.now()
      for (const one of mail) {
        if (one.timer === null && one.dueAt <= now) void deliver(one)
        else wake(one.dueAt)
      }
    },
    /** One look through the mail room now; for those who turn the clock themselves. */
    async round() {
      await aside.look()
      while (await lookThrough(clock.now())) {}
    },
    /** Stops making rounds and settles when nothing is underway. */
    async stop() {
      open = false
      alarm?.()
      await round
      await rest()
    },
    underway: () => underway.size,
  }
}

const isReadable = (mail: DueMail): mail is Mail => mail.event !== null
