import type { AssignedHow, Requeue } from '../entry'
import type { Timings } from '../limits'

/** What people do to a conversation. Built by commands, never parsed from a request. */
export type ConversationPersonEvent =
  | {
      type: 'opened'
      at: number
      visitor: string
      name: string
      department: string
      departmentName: string
      timings: Timings
      clientId: string
      text: string
    }
  | {
      type: 'said'
      at: number
      by: 'visitor' | 'agent'
      author: string
      name: string
      clientId: string
      text: string
    }
  | { type: 'seen'; at: number; by: 'visitor' | 'agent'; upTo: number }
  | { type: 'ended'; at: number; by: 'visitor' | 'agent'; author: string; name: string }
  | { type: 'rated'; at: number; stars: number; comment: string }
  | { type: 'reopened'; at: number; by: 'visitor'; name: string }
  | {
      type: 'handed'
      at: number
      by: string
      name: string
      to: { agent: string; name: string } | { department: string; departmentName: string }
    }

/** What other actors tell a conversation. Only the postman delivers these. */
export type ConversationDeskEvent =
  /** It rings at an agent; `offer` grows with every offer of the line. */
  | {
      type: 'offered'
      at: number
      agent: string
      name: string
      ticket: number
      offer: number
    }
  | {
      type: 'assigned'
      at: number
      agent: string
      name: string
      /** The visit to the line it answers; 0 when he took it himself. */
      ticket: number
      /** The offer he accepts; 0 when he took it himself. */
      offer: number
      how: AssignedHow
    }
  | {
      type: 'passed'
      at: number
      agent: string
      name: string
      offer: number
      reason: 'declined' | 'full'
    }
  | { type: 'returned'; at: number; agent: string; reason: Requeue }
  | { type: 'unattended'; at: number; ticket: number }

export type ConversationEvent = ConversationPersonEvent | ConversationDeskEvent
