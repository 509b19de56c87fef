import type { Piece } from '../../../actors/search/match'
import type { ConversationRow } from '../../../actors/summary'

/** A conversation, and the line in it that was found. */
export type FoundLine = {
  row: Pick<ConversationRow, 'id' | 'visitor' | 'visitorName' | 'state' | 'stars'> & {
    isOver: boolean
  }
  seq: number
  clientId: string
  at: number
  /** What it says, with what was searched for marked. */
  pieces: readonly Piece[]
  /** Only colleagues see it. */
  isInside: boolean
  hasFile: boolean
  /** Lines of the same conversation that were found too. */
  more: number
}

/** A visitor, with their newest conversation, or a colleague. */
export type FoundPerson = { id: string; name: string; email: string; conversation: string | null }

export type SearchOrder = 'newest' | 'best'

/** What came of a question. `next` is where to go on, though there may be nothing any more. */
export type SearchFindings = {
  lines: readonly FoundLine[]
  people: readonly FoundPerson[]
  /** Operators in what was typed, and what was typed without each. */
  narrowed: readonly { operator: string; rest: string }[]
  next: number | null
}

export type SearchPanelProps = {
  /** What was typed. */
  text: string
  order: SearchOrder
  /** Null where nothing was asked. */
  findings: SearchFindings | null
  /** Why it cannot be searched for, in a sentence. */
  problem: string | null
  /** What a question may be narrowed down by. */
  operators: readonly string[]
  /** Whether what a command is called has what was typed. */
  isMeant: (label: string) => boolean
  /** The page of the office that they come to first; null for who has no business there. */
  office: string | null
}
