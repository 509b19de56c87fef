import type { TurnEventOf } from '../turn-event'

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
  /**
   * Opens a closed conversation again, their last one or one before it. `over` is one that is known
   * to have ended, though the visitor may not have heard so; left out for none.
   */
  | { type: 'resumed'; at: number; conversation: string; over?: string }

/** What their conversation tells them. Mail may cross: `news` is the version of its turn. */
export type VisitorDeskEvent =
  | { type: 'finished'; at: number; conversation: string; news: number }
  | { type: 'recalled'; at: number; conversation: string; news: number }

export type VisitorEvent = VisitorPersonEvent | VisitorDeskEvent

/** One kind of these, as the rules get it. */
export type Of<T extends VisitorEvent['type']> = TurnEventOf<VisitorEvent, T>
