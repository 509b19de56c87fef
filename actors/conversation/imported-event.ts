import type { Timings } from '../department/settings'
import type { AspectMemory } from './aspects'
import type { Branch } from './branch'

/** As a conversation remembers what came into it from another. */
type ImportedMerge = {
  from: string
  visitor: string
  first: number
  last: number
  at: number
  mark?: string
}

/** What it brings that its lines do not say. */
export type ImportedBeside = {
  messageLeft: boolean
  mergedInto: string | null
  merges: readonly ImportedMerge[]
  guests: readonly string[]
  mergeCount: number
  branches: readonly Branch[]
  branchedFrom: { conversation: string; at: number } | null
}

/** What its lines say of it: no word of them. */
export type ImportedLines = {
  lastSeq: number
  saidSeq: number
  lastAt: number
  answered: boolean
  askedSeq: number
  deskWriters: readonly { author: string; seq: number }[]
  movedSeq: number
  endedSeq: number
  movedAt: number
  answersSeq: number
  wrapUp: { filled: boolean; seq: number } | null
  rating: { stars: number; entry: string; commented: boolean; remarks?: readonly string[] } | null
}

/**
 * It was held elsewhere, and comes as it was there when it had ended: its lines are written with this
 * turn, and nobody is told.
 */
export type ConversationImported = {
  type: 'imported'
  at: number
  visitor: string
  visitorName: string
  department: string
  departmentName: string
  timings: Timings
  agent: string | null
  agentName: string
  openedAt: number
  closedAt: number
  /** It had not ended there: being moved has ended it. */
  wasOpen?: true
  memory: AspectMemory
  beside: ImportedBeside
  lines: ImportedLines
}
