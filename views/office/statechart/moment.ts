import type { WhyRefused } from '../../../actors/chart/refusal'
import type { Language } from '../../words/language'
import type { Charted } from '../../words/statechart/events'
import type { Walked } from './walked'

/** Who did something: somebody from outside, somebody of the desk, or the desk itself. */
export type Author = 'visitor' | 'agent' | 'desk'

/** A line of the journal: which turn, when, ms UTC, by what and whom. `name` is empty where nobody is named. */
export type JournalLine = {
  version: number
  at: number
  /** As the chart calls it; null for one that cannot be read. */
  event: string | null
  by: Author
  name: string
  rejected: boolean
}

/** What a turn asked for beside what it remembers. */
export type StepLine =
  | { does: 'append'; seq: number; body: string }
  | { does: 'tell'; to: string; event: string }
  | { does: 'arm'; delay: string; dueAt: number }
  | { does: 'stop'; delay: string }
  | { does: 'keep' | 'drop' | 'decide'; what: string }

/** A field of what is remembered, as JSON; `before` where this turn made it another one. */
export type ContextField = { name: string; value: unknown; before?: unknown }

/** What was so after a turn. */
export type Snap = {
  state: unknown
  context: Readonly<Record<string, unknown>>
  walked: Walked
  fields: readonly ContextField[]
  steps: readonly StepLine[]
  /** Why nothing came of it; null where something did. */
  refusal: WhyRefused | null
  /** Whether the journal leads to what is stored; null where that was not asked. */
  isEqual: boolean | null
}

/** An actor at one moment of its journal. */
export type Moment = {
  kind: Charted
  id: string
  /** What it is called. */
  name: string
  at: number
  of: number
  /** Null where it cannot be had: its journal is too long to be taken again for a page, or damaged. */
  snap: Snap | null
  /** The turn that cannot be read, if that is why. */
  damagedAt: number | null
  line: JournalLine | null
  /** All of its journal where that is short, else what is around the moment; in order. */
  journal: readonly JournalLine[]
}

/** What every part of it is given. `isNow`: it shows what is so, whatever comes. */
export type MomentProps = {
  moment: Moment
  isNow: boolean
  language: Language
  zone: string
  now: number
}
