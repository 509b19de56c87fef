import type { Address } from './address'
import { type DeskEvent, isTimer, type TimerEvent } from './events'

/** A tell or a timer on its way: consumed together with the turn it causes. */
export type Mail = {
  /** `<sender>/<version>/<n>`, of a timer `…/timer-<n>`: made by exactly one turn. */
  id: string
  to: Address
  event: DeskEvent | TimerEvent
  /** When to deliver, ms UTC. */
  dueAt: number
  /** For timers: the slot `<address>/<delay id>`; arming it again replaces it. Null for tells. */
  timer: string | null
}

/** How long after its turn mail is due, ms: a tell at once. Undefined when nobody has said so. */
export const delayOf = ({ event }: Pick<Mail, 'event'>): number | undefined =>
  isTimer(event) ? event.delayMs : 0

/** Made by exactly one turn, so that nothing is sent twice. */
export const mailId = (address: Address, version: number, n: number | string) =>
  `${address}/${version}/${n}`
