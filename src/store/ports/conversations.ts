import type { Priority } from '../../../actors/conversation/aspects/priorities'
import type { SentFile } from '../../../actors/entry'
import type { ConversationRow, ConversationState } from '../../../actors/summary'
import type { MentionedReader } from './mentions'
import type { Sight } from './search'

/** Whether its visitor was ever answered, and waits for an answer now. */
export type Answering = {
  /** When the first message came that nobody has answered, ms UTC; null when none waits. */
  unansweredSince: number | null
  answered: boolean
}

/** A conversation as a list shows it. */
export type InboxRow = ConversationRow &
  Answering & {
    /** Newest thing said, cut to 200 code points. */
    preview: string
    /** Its author took it back. */
    withdrawn?: true
    previewBy: 'visitor' | 'agent'
    /** Who of the desk said it; left out where its visitor did. */
    /** What came without a word. */
    previewFile?: Pick<SentFile, 'name' | 'type'>
    previewFrom?: { id: string; name: string }
    lastAt: number
    lastSeq: number
    /** Visitor's messages that nobody has answered and the holder has not seen. */
    unread: number
    /** When its reader was called by name in it last, where that was looked for, ms UTC. */
    mentionedAt?: number
    /** In which entry: the seq of the line that called them, and the entry's client id. */
    mentionedIn?: { seq: number; entry: string }
  }

/** One that stands in a line: its place there, 1 for the next, and what lines are merged by. */
export type QueuedRow = InboxRow & { place: number; lane: -1 | 0 | 1; rank: number; since: number }

/** Some of one department's line, and how many stand in all of it. */
export type LineRows = { department: string; count: number; rows: QueuedRow[] }

/** The head of one department's line, with what else is counted of the department. */
export type LineHead = LineRows & { figures: Figures }

/** A stretch of one department's line, from a place on: 1 is its head. */
export type LineStretch = { department: string; from: number }

/** A conversation as its own page shows it. */
export type RoomRow = ConversationRow &
  Answering & {
    /** Newest seq each side has read; 0 for nothing. */
    seenByAgent: number
    seenByVisitor: number
  }

/**
 * Where a page of closed conversations ends: many may close in the same millisecond, so a time
 * alone is no place in the list. An empty `id` stands before all that were closed at that time.
 */
export type ClosedKey = { at: number; id: string }

/** Late, soon late, or either of them. */
export type SlaNeed = 'late' | 'risk' | 'due'

/** Which conversations somebody looks for: those to which all of it applies. */
export type ConversationFilter = {
  /** Of this visitor. */
  visitor?: string
  /** In these departments; left out, in any. */
  departments?: readonly string[]
  /** With or, once they have ended, last with. */
  agent?: string
  open?: boolean
  states?: readonly ConversationState[]
  snoozed?: boolean
  /** In which this reader is called by name, of those they see. */
  mentioned?: MentionedReader
  /** Words that it is found by, all of them. */
  keys?: readonly string[]
  priority?: Priority
  /** Of which a promised time is over, or soon will be, as it is at a time, ms UTC. */
  sla?: { is: SlaNeed; at: number }
  /** 1 to 5; 0 for those that were not rated. */
  stars?: number
  /** Begun from a time on, and before another, ms UTC. */
  since?: number
  before?: number
}

/** What a list of all conversations is put in order by. What has none of it stands at its end. */
export type ConversationOrder = 'opened' | 'closed' | 'stars'

/** Which of all conversations somebody looks for, in which order, and after which place. */
export type ConversationsAsk = {
  filter: Omit<ConversationFilter, 'mentioned'> & {
    /** One of these. */
    ids?: readonly string[]
    /** Whose visitor reads this language. */
    language?: string
    rated?: boolean
    /** Ended from a time on, and before another, ms UTC. */
    closedSince?: number
    closedBefore?: number
  }
  /** Whose conversations they may be. */
  sight: Sight
  order: ConversationOrder
  descending: boolean
  after: { by: string | number; id: string } | null
}

/** A place of such an order, as a page goes on after it. */
export const placeOf = (
  order: ConversationOrder,
  {
    id,
    openedAt,
    closedAt,
    stars,
  }: Pick<ConversationRow, 'id' | 'openedAt' | 'closedAt' | 'stars'>,
): { by: string | number; id: string } => {
  if (order === 'opened') return { by: openedAt, id }
  if (order === 'closed') return { by: closedAt ?? '', id }
  return { by: stars === null && closedAt === null ? '' : `${stars ?? 0}.${closedAt ?? 0}`, id }
}

/** What was said in one, in figures. */
export type Talk = {
  /** Of its visitor and of the desk, notes not among them. */
  messages: number
  /** When the desk answered first, ms UTC; null while it has not. */
  answeredAt: number | null
}

/** How those that were rated were, by who held them; `agent` is null where nobody did. */
export type RatedBy = { agent: string | null; agentName: string; stars: number; count: number }

/** More than these are not counted. */
export const COUNTED = 99

/**
 * How many conversations of a department somebody holds, are due, have ended, and are there in all; of
 * very many one more than `COUNTED`.
 */
export type Figures = {
  team: number
  due: number
  closed: number
  all: number
}

/** Who holds what, or at whom it rings. */
export type InHands = Pick<
  ConversationRow,
  'id' | 'department' | 'visitorName' | 'state' | 'agent' | 'offeredTo'
>

/** Rows for lists and pages. Who may see which is for the caller to say: by agent, by departments. */
export interface Conversations {
  /** As its own page shows it. */
  find(id: string): Promise<RoomRow | undefined>
  /** As a list shows it. */
  row(id: string): Promise<InboxRow | undefined>
  /** Those of them that there are, in the order of the ids, read together. */
  rows(ids: readonly string[]): Promise<InboxRow[]>
  /** Held by, or ringing at, this agent: oldest wait first. */
  held(agent: string): Promise<InboxRow[]>
  /**
   * Who waits in each of these departments, in the order of its line, at most `limit` of each; and its
   * figures at a time, ms UTC.
   */
  lineHeads(departments: readonly string[], limit: number, now: number): Promise<LineHead[]>
  /** Those further back, at most `limit` of them. */
  lineStretch(stretch: LineStretch, limit: number): Promise<LineRows>
  /** Closed ones of these departments, newest first, ties by id; those after `before`, or all. */
  closed(
    departments: readonly string[],
    before: ClosedKey | undefined,
    limit: number,
  ): Promise<InboxRow[]>
  /**
   * Those that a filter lets through, newest first, ties by id; those after `before`, or all. The newest
   * is the one that began last, of closed ones alone the one that ended last, and where somebody is
   * called by name the one that called them last. Of those that are due the first is the one whose time
   * was over first.
   */
  matching(
    filter: ConversationFilter,
    before: ClosedKey | undefined,
    limit: number,
  ): Promise<InboxRow[]>
  /** The ids of the first of them, at most `limit`. */
  matchingIds(filter: ConversationFilter, limit: number): Promise<string[]>
  /** A page of all of them. */
  page(ask: ConversationsAsk, limit: number): Promise<ConversationRow[]>
  /** What was said in each of these. */
  talks(ids: readonly string[]): Promise<Map<string, Talk>>
  /** How often each number of stars was given, to whom. */
  ratings(ask: Pick<ConversationsAsk, 'filter' | 'sight'>): Promise<RatedBy[]>
  /** Conversation ids in one department's line, in order: places are index + 1. */
  lineOrder(department: string): Promise<string[]>
  /** How many are open in one department, in its line or in somebody's hands. */
  openCount(department: string): Promise<number>
  /** What is in somebody's hands or rings in these departments, those that waited longest first. */
  inHands(departments: readonly string[], limit: number): Promise<InHands[]>
  /**
   * Makes the bits of the words by which rows are found, of at most so many that have none of their own yet.
   * Answers whether any became another.
   */
  fillKeyBits(limit: number): Promise<boolean>
  /** Open ones by id, keyset after an id. */
  open(after: string, limit: number): Promise<ConversationRow[]>
}
