import type { Mail } from '../../../actors/mail'
import type { Clock } from '../../clock'
import type { Log } from '../../log'
import type { DueMail } from '../../store/ports/mail'
import type { Store } from '../../store/store'
import { DELIVERY_TRIES, type DeadLetters } from './dead-letters'
import { FAILED_REST_MS } from './leases'

const UNREADABLE = 'its event cannot be read'

/** What becomes of mail that was not delivered: it is tried again later, and at last set aside. */
export const openFailedMail = (parts: {
  store: Pick<Store, 'mail'>
  clock: Pick<Clock, 'now'>
  log: Log
  deadLetters: DeadLetters
}) => {
  const { store, clock, log, deadLetters } = parts

  const putOff = async (mail: Mail, problem: string) => {
    const now = clock.now()
    const tries = await store.mail.failed(mail.id, now + FAILED_REST_MS)
    if (tries < DELIVERY_TRIES) return
    log.error('mail is set aside', { mail: mail.id, to: mail.to, tries, problem })
    await deadLetters.put(mail, problem)
  }

  return {
    putOff,
    /** Its delivery threw. When the store is what failed, its lease runs out by itself. */
    async tryAgain(mail: Mail, problem: unknown) {
      log.warn('mail could not be delivered and is tried again', { mail: mail.id, problem })
      await putOff(mail, String(problem)).catch(() => {})
    },
    /** No try would go better. */
    async setAside(mail: DueMail) {
      log.error('mail is set aside', { mail: mail.id, to: mail.to, problem: UNREADABLE })
      await deadLetters.put(mail, UNREADABLE)
    },
  }
}
export type FailedMail = ReturnType<typeof openFailedMail>
