import type { TurnEventOf } from '../turn-event'
import type { ProfileChange } from './profile'

export type VisitorPersonEvent =
  /**
   * Asks for a conversation; `conversation` is the id it gets if none is open. `over` is one that
   * is known to have ended, though the visitor may not have heard so; null for none.
   */
  | {
      type: 'asked'
      at: number
      conversation: string
      over: string | null
      clientId: string
      name: string
      email: string
      language: string
    }
  /** Opens a closed conversation again. */
  | { type: 'resumed'; at: number; conversation: string }
  /** A colleague writes something down of them. */
  | { type: 'described'; at: number; agent: string; agentName: string; changes: ProfileChange }
  /** They are asked whether they want to chat, by an agent or by a trigger. */
  | {
      type: 'invited'
      at: number
      id: string
      words: string
      agent: string | null
      agentName: string
      trigger: string | null
    }
  | { type: 'declined'; at: number }

/** What their conversation tells them. Mail may cross: `news` is the version of its turn. */
export type VisitorDeskEvent =
  | { type: 'finished'; at: number; conversation: string; news: number }
  | { type: 'recalled'; at: number; conversation: string; news: number }

export type VisitorEvent = VisitorPersonEvent | VisitorDeskEvent

/** One kind of these, as the rules get it. */
export type Of<T extends VisitorEvent['type']> = TurnEventOf<VisitorEvent, T>
