export type VisitorPersonEvent =
  /** Asks for a conversation; `conversation` is the id it gets if none is open. */
  | {
      type: 'asked'
      at: number
      conversation: string
      clientId: string
      name: string
      email: string
      language: string
    }
  /** Opens a closed conversation again. */
  | { type: 'resumed'; at: number; conversation: string }

export type VisitorDeskEvent =
  | { type: 'finished'; at: number; conversation: string }
  | { type: 'recalled'; at: number; conversation: string }

export type VisitorEvent = VisitorPersonEvent | VisitorDeskEvent
