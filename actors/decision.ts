import type { Strategy } from './entry'

/** Why one agent was or was not chosen. */
export type Candidate = {
  agent: string
  /** Empty for one of many: it is looked up by the id. */
  name: string
  load: number
  capacity: number
  /** The strategy's figure, lower is better; null for a rejected one. */
  score: number | null
  reject: Reject | null
  /** Left out where nothing but the score counts. */
  marks?: readonly Mark[]
}
export type Reject =
  | 'away'
  | 'absent'
  | 'resting'
  | 'full'
  | 'cannotReply'
  | 'passed'
  | 'language'
  | 'skill'

/** What counts before the score: they were asked for, speak the language, know of it; or had their share. */
export const marks = ['asked', 'speaks', 'skilled', 'hadShare'] as const
export type Mark = (typeof marks)[number]

/** One choice of the line, kept so that "why this agent?" has an answer. */
export type Decision = {
  department: string
  conversation: string
  ticket: number
  at: number
  strategy: Strategy
  chosen: string | null
  /** Those who were free, who was chosen first; then those who were not. Of a very large floor some. */
  candidates: readonly Candidate[]
  /** How many more were looked at, by what spoke against them; `free` for who was free too. */
  others: Partial<Record<Reject | 'free', number>>
}
