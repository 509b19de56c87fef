import type { Mail } from '../../../actors/mail'
import type { Clock } from '../../clock'
import type { DueMail } from '../../store/ports/mail'
import type { System } from '../system'
import type { FailedMail } from './failed-mail'

/** How long a stop waits for what is underway, ms. */
const REST_MS = 2_000

/** Hands mail to the system, each piece once at a time, and tells what could not be delivered. */
export const openDeliveries = (parts: {
  system: Pick<System, 'deliver'>
  clock: Clock
  failed: FailedMail
}) => {
  const { clock, failed } = parts
  const underway = new Map<string, Promise<void>>()

  const attempt = async (mail: Mail) => {
    try {
      const outcome = await parts.system.deliver(mail)
      if (outcome === 'parked') await failed.putOff(mail, 'its actor is parked')
    } catch (problem) {
      await failed.tryAgain(mail, problem)
    }
  }

  const deliver = async (mail: Mail) => {
    if (underway.has(mail.id)) return
    const done = attempt(mail).finally(() => underway.delete(mail.id))
    underway.set(mail.id, done)
    await done
  }

  return {
    deliver,
    /** No try would go better with mail that cannot be read. */
    deliverDue: (mail: DueMail) => (isReadable(mail) ? deliver(mail) : failed.setAside(mail)),
    isUnderway: ({ id }: DueMail) => underway.has(id),
    underway: () => underway.size,
    /** Until nothing is underway, and what it led to neither; a store that hangs is not waited for. */
    async rest() {
      const late = Promise.withResolvers<void>()
      let isLate = false
      const stop = clock.after(REST_MS, () => {
        isLate = true
        late.resolve()
      })
      while (underway.size > 0 && !isLate)
        await Promise.race([Promise.all(underway.values()), late.promise])
      stop()
    },
  }
}
export type Deliveries = ReturnType<typeof openDeliveries>

const isReadable = (mail: DueMail): mail is Mail => mail.event !== null
