import type { AgentDeskEvent, AgentEvent, AgentPersonEvent } from './agent/events'
import type {
  ConversationDeskEvent,
  ConversationEvent,
  ConversationPersonEvent,
} from './conversation/events'
import type {
  DepartmentDeskEvent,
  DepartmentEvent,
  DepartmentPersonEvent,
} from './department/events'
import type { VisitorDeskEvent, VisitorEvent, VisitorPersonEvent } from './visitor/events'

/** Events a command may send: the public door. */
export type PersonEvent =
  | VisitorPersonEvent
  | ConversationPersonEvent
  | AgentPersonEvent
  | DepartmentPersonEvent

/** Events one actor tells another: only the postman delivers them. */
export type DeskEvent =
  | VisitorDeskEvent
  | ConversationDeskEvent
  | AgentDeskEvent
  | DepartmentDeskEvent

/** A delay of a machine that came due: XState's own event with the time it was delivered. */
export type TimerEvent = { type: `xstate.after.${string}`; at: number }

export type AnyEvent = VisitorEvent | ConversationEvent | AgentEvent | DepartmentEvent | TimerEvent

/** Whether it is a machine's own delay, and not something that somebody did or told. */
export const isTimer = (event: { type: string }): event is TimerEvent =>
  event.type.startsWith('xstate.')
