import type { AgentSettings } from './agent/settings'
import { type AspectMemory, aspectsIn, initialAspects, keysOf } from './conversation/aspects'
import type { WrapUp } from './conversation/context'
import type { SlaShown } from './conversation/sla-terms'
import { withDefaults } from './defaults'
import type { DepartmentSettings } from './department/settings'

export const conversationStates = [
  'waiting',
  'left',
  'offered',
  'active',
  'closed',
  'rated',
] as const
export type ConversationState = (typeof conversationStates)[number]

/** Whether it has ended. */
export const isOver = ({ state }: { state: ConversationState }): boolean =>
  state === 'closed' || state === 'rated'

/** `left` is "left a message": it waits, but nobody was on duty or patience ran out. */
export type ConversationRow = Shown & {
  id: string
  visitor: string
  visitorName: string
  department: string
  state: ConversationState
  /** Who holds it, or held it last; null before the first. */
  agent: string | null
  /** Their name; while it waits again, that of who had it and left. Else empty. */
  agentName: string
  /** Agent it rings at, while `offered`. */
  offeredTo: string | null
  openedAt: number
  /** Since when it waits, while `waiting`, `left` or `offered`. */
  waitingSince: number
  closedAt: number | null
  stars: number | null
}

/** What is shown of a conversation and never searched by: kept together, so that more of it needs no place of its own. */
export type Shown = AspectMemory & {
  /** The visitor's, by which it is given to who speaks it; empty where it is not known. */
  language: string
  /** Whether words came with the stars. */
  commented: boolean
  /** Number of the offer that rings, which an answer to it names; 0 while none does. */
  offer: number
  /** The conversation it goes on in; null where it goes on in itself. */
  mergedInto: string | null
  /** Visitors who came with what was merged into it. */
  guests: readonly string[]
  /** The newest line by which it became what it is; null where that is not known. */
  stateSeq: number | null
  /** Its visitor left a message, and does not wait for the answer. */
  messageLeft: boolean
  /** It has ended, and nobody of the desk ever wrote to its visitor. */
  neverAnswered: boolean
  /** Seq of the entry with what they answered before the talk; 0 when nothing was asked. */
  answersSeq: number
  /** What was filled in at its end, and in which entry; null while it goes on, and where nothing is asked. */
  wrapUp: WrapUp | null
  /** The time that is promised and ends first; null where nothing is, or nobody waits. */
  sla: SlaShown | null
  /** The conversation that it was split into, where it goes on, and the one that it was split from. */
  splitInto: string | null
  splitFrom: string | null
}

type Keyed = AspectMemory & Pick<Shown, 'neverAnswered'>

/** By which words a row is found. */
export const searchWordsOf = (row: Keyed): string[] => [
  ...keysOf(row),
  ...(row.neverAnswered ? [NEVER_ANSWERED] : []),
]

/** The same, each between two ends of a line; null where there is none. */
export const searchKeysOf = (row: Keyed): string | null => joinedKeys(searchWordsOf(row))

/** By which those are found that ended without an answer. */
export const NEVER_ANSWERED = 'answered:never'

/** The same of words that are looked for. */
export const joinedKeys = (keys: readonly string[]): string | null =>
  keys.length === 0 ? null : `\n${keys.join('\n')}\n`

/** That of a row. */
export const shownIn = (row: Shown): Shown => ({
  ...aspectsIn(row),
  language: row.language,
  commented: row.commented,
  offer: row.offer,
  mergedInto: row.mergedInto,
  guests: row.guests,
  stateSeq: row.stateSeq,
  messageLeft: row.messageLeft,
  neverAnswered: row.neverAnswered,
  answersSeq: row.answersSeq,
  wrapUp: row.wrapUp,
  sla: row.sla,
  splitInto: row.splitInto,
  splitFrom: row.splitFrom,
})

const initialShown: Shown = {
  ...{ ...initialAspects, language: '' },
  ...{ commented: false, offer: 0, mergedInto: null, guests: [], stateSeq: null },
  ...{ messageLeft: false, neverAnswered: false, answersSeq: 0, wrapUp: null, sla: null },
  ...{ splitInto: null, splitFrom: null },
}

/** The same as it was kept: what came later is there as it is in the beginning. */
export const completeShown = (kept: unknown): Shown => withDefaults(initialShown, kept)

export const agentStatuses = ['ready', 'away', 'off'] as const
export type AgentStatus = (typeof agentStatuses)[number]
export type AgentRow = {
  id: string
  name: string
  status: AgentStatus
  present: boolean
  /** Out of reach too long: their conversations went back, and they have not come back to duty. */
  lost: boolean
  /** Why they are away: one of `awayReasons` or their own words; empty while not said. No visitor reads it. */
  awayFor: string
  /** May be given conversations now: by the settings, and not disabled. */
  mayReply: boolean
  load: number
  departments: readonly string[]
  settings: AgentSettings
}

export type DepartmentRow = {
  id: string
  name: string
  settings: DepartmentSettings
  createdAt: number
  /** Since when nobody can choose it; null while they can. */
  removedAt: number | null
}

/** Whether it can be chosen: by visitors, for accounts, to hand over to. */
export const isActive = ({ removedAt }: Pick<DepartmentRow, 'removedAt'>): boolean =>
  removedAt === null
