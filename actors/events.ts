import type { EventsOf, Kind } from './address'

/** Events a command may send: the public door. */
export type PersonEvent = EventsOf[Kind]['person']

/** Events one actor tells another: only the postman delivers them. */
export type DeskEvent = EventsOf[Kind]['desk']

/** What comes due at a time of day: its actor hears of it by this event. */
export type DueType = 'due.hours' | 'due.sla' | 'due.line' | 'due.silence'

/**
 * A delay of a machine that came due: XState's own event with the time it was delivered. While it is
 * on its way it says how long that is, ms; the journal keeps nothing of it.
 */
export type TimerEvent = {
  type: `xstate.after.${string}` | DueType
  at: number
  delayMs?: number
}

export type AnyEvent = PersonEvent | DeskEvent | EventsOf[Kind]['mending'] | TimerEvent

/** Whether it is a time that has come, and not something that somebody did or told. */
export const isTimer = (event: { type: string }): event is TimerEvent =>
  event.type.startsWith('xstate.') || event.type.startsWith('due.')
