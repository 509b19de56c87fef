/** One conversation waiting in a department's line. Written only by that department's turns. */
export type LineRow = {
  department: string
  conversation: string
  /** Which of the conversation's visits to the line this is: 1, 2, … */
  ticket: number
  /**
   * -1 before all (handed over in the middle of a talk), 0 the front (came back through no fault of
   * the visitor), 1 the ordinary line.
   */
  lane: -1 | 0 | 1
  /** Order within the lane. */
  rank: number
  /** When this wait began, ms UTC. */
  since: number
  /** Agent it is offered to now; null while it only waits. */
  offeredTo: string | null
  /** Number of its newest offer, so that an answer to an older one says nothing; 0 before any. */
  offer: number
  /** Agents who passed on it. */
  refused: readonly string[]
}

/** What an agent tells each of their departments of themselves. */
export type Figures = {
  agent: string
  name: string
  /** The agent's version that reported this; an older report changes nothing. */
  version: number
  /** On duty by their own word. */
  ready: boolean
  /** In reach: a connection or a request of the last minute. */
  present: boolean
  /** In wrap-up after a conversation. */
  resting: boolean
  mayReply: boolean
  load: number
  capacity: number
  /** Since when they hold fewer than they could, ms UTC; for `longest-idle`. */
  idleSince: number
}

/** One agent as a department sees them. Written only by that department's turns. */
export type FloorRow = Figures & {
  department: string
  /** Offers of this department that they have not answered yet. */
  offers: readonly string[]
  /** Turn number of the last offer, for `round-robin`; 0 for never. */
  lastOffer: number
}

/** An agent's connections on one node. Written only by the agent's turns. */
export type PresenceRow = { agent: string; node: string }

export type OwnRow =
  | ({ in: 'line' } & LineRow)
  | ({ in: 'floor' } & FloorRow)
  | ({ in: 'presence' } & PresenceRow)

export type OwnRowKey =
  | { in: 'line'; department: string; conversation: string }
  | { in: 'floor'; department: string; agent: string }
  | { in: 'presence'; agent: string; node: string }

/** What a department's turn reads beforehand: the head of its line and its whole floor. */
export type Reads = {
  /** Waiting and not offered, in order; the first of them only. */
  line: readonly LineRow[]
  /** The row of the conversation the event is about, wherever it stands. */
  row: LineRow | null
  floor: readonly FloorRow[]
}
export const noReads: Reads = { line: [], row: null, floor: [] }

/** What to read before a turn; null for actors that need nothing but themselves. */
export type Needs = { department: string; line: number; conversation: string | null } | null
