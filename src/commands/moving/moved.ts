import type { Line } from '../../../actors/moving/line'
import type { Problem } from '../../../actors/problem'

/** Why a line was not taken, where no command says so. */
export type Refused =
  | 'notRead'
  | 'notValid'
  | 'visitorMissing'
  | 'visitorErased'
  | 'departmentMissing'
  | 'conversationMissing'
  | 'entryMissing'
  | 'codeTaken'
  | 'bytesMissing'
  | 'bytesOther'
  | 'notTaken'
  /** Of what was elsewhere and cannot even be made a line. */
  | 'timeMissing'
  | 'textMissing'
  | 'directionMissing'
  | 'chatMissing'

/** A line that was not taken: which, and why. */
export type NotTaken = {
  /** Of the file, from 1 on. */
  line: number
  kind: string
  sourceId: string
  why: Refused | Pick<Problem, 'reason' | 'values'>
  /** The field at fault; empty where it is none. */
  field: string
}

/** How many of each kind were taken and were here already, and those that were not taken. */
export type Moved = {
  taken: Record<string, number>
  known: Record<string, number>
  refused: NotTaken[]
}

export const nothingMoved = (): Moved => ({ taken: {}, known: {}, refused: [] })

const sum = (one: Record<string, number>, other: Record<string, number>) => {
  for (const [kind, count] of Object.entries(other)) one[kind] = (one[kind] ?? 0) + count
}

/** Adds what one stretch brought to all. */
export const addMoved = (all: Moved, more: Moved): void => {
  sum(all.taken, more.taken)
  sum(all.known, more.known)
  all.refused.push(...more.refused)
}

/** What became of a line. */
export type Outcome = { id: string; was?: 'known' } | { why: NotTaken['why']; field?: string }

/** A line of a file, with its number there. */
export type Numbered<L = Line> = { nth: number; line: L; path?: string }
