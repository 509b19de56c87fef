import type { Priority } from './priority'

/** What who waits wants of whoever gets them, as far as a line goes by it. */
export type Wants = {
  priority: Priority
  /** The visitor's language, `en`; empty where it is not known. */
  language: string
  /** What the conversation and its visitor are known by to colleagues: some of it is a skill of agents. */
  topics: readonly string[]
}

/** What of that is the visitor's; `news` is the version of their turn that said so, left out before one did. */
export type VisitorWants = Pick<Wants, 'language' | 'topics'> & { news?: number }

/** Why a conversation stands where it does. */
export type Precedence = Omit<Wants, 'language'> & {
  /** From when on its wait counts, ms UTC. */
  came: number
  /** The version of the conversation's turn that said what it wants; 0 where none did. */
  news: number
  /** Departments whose lines it has left for another one's, the first one first. */
  via: readonly string[]
  /** When another department was asked to have it, ms UTC; 0 for never. */
  asked: number
}

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
  /** The language that it wants, by which the line is read too. */
  language: string
  /** Null for one that stands there since before this was kept. */
  precedence: Precedence | null
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
  /** What they speak, and what else they are good at: one thing a line. */
  languages: string
  skills: string
}

/** One agent as a department sees them. Written only by that department's turns. */
export type FloorRow = Figures & {
  department: string
  /** Offers of this department that they have not answered yet. */
  offers: readonly string[]
  /** Turn number of the last offer, for `round-robin`; 0 for never. */
  lastOffer: number
  /** Those of their last few offers, while the department is fair by them; the newest last. */
  recent: readonly number[] | null
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
  /** Waiting and not offered, in order; the first of them only, or of those of each language. */
  line: readonly LineRow[]
  /** The row of the conversation the event is about, wherever it stands. */
  row: LineRow | null
  floor: readonly FloorRow[]
}
export const noReads: Reads = { line: [], row: null, floor: [] }

/**
 * What to read before a turn; null for actors that need nothing but themselves. With `languages` the
 * head of the line is read for each of them, as if each had a line of its own.
 */
export type Needs = {
  department: string
  line: number
  conversation: string | null
  languages?: readonly string[]
} | null
