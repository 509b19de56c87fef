import type { Address } from '../../../actors/address'
import type { Mail } from '../../../actors/mail'

/** Mail whose event may not be readable: then it is null. */
export type DueMail = Omit<Mail, 'event'> & { event: Mail['event'] | null }

/** Tells and timers on their way. */
export interface MailRoom {
  /** Mail due at `now` that nobody has leased, oldest first. */
  due(now: number, limit: number): Promise<DueMail[]>
  /** Takes mail until a time, one taker at once; answers the ids it got. Fresh mail is unleased. */
  lease(ids: readonly string[], now: number, until: number): Promise<string[]>
  /** Ends the leases that would end after a time: no lease is so long, but the clock was set back. */
  endLeases(after: number): Promise<void>
  /** When the next mail falls due, after `now`; null when there is none. */
  nextDue(now: number): Promise<number | null>
  /** Mail that is not due at `now`, in the order of its slots (a tell's is its id), after one of them. */
  coming(now: number, after: string, limit: number): Promise<DueMail[]>
  /** Lets mail fall due at `now` that would do so later. */
  bringForward(ids: readonly string[], now: number): Promise<void>
  /** Lets mail fall due so many ms later that is due at `now`. */
  putOff(ids: readonly string[], now: number, byMs: number): Promise<void>
  /** Counts a failed delivery and puts it off; answers how often it has failed. */
  failed(id: string, until: number): Promise<number>
  /** Sets mail aside that cannot be delivered: it stays, is never due, and is counted. */
  setAside(id: string, problem: string): Promise<void>
  setAsideCount(): Promise<number>
  /** Some of those whose mail is set aside. */
  deadLetterAddresses(limit: number): Promise<Address[]>
  /** Makes mail due again that was set aside, of one actor or of all; it counts as failed so often. */
  requeueDeadLetters(to: Address | null, tries: number): Promise<void>
}
