import type { Mention } from '../entry'
import type { AnsweredField } from '../text/answers'
import type { AspectEvent, WritingEvent } from './aspects'
import type { DepartmentTo } from './sla-terms'

type Changing = Exclude<AspectEvent, { clientId: string }>
type Bare<E> = E extends unknown ? Omit<E, 'at'> : never

/**
 * What comes with an end: what was filled in, its words in `details`; or that nobody did though it
 * is asked. Left out where nothing is.
 */
export type WrappingUp = {
  wrapUp?: { fields: readonly AnsweredField[] } | 'missing'
  details?: string
}

/** One thing that a macro does, ready to be done: its words are filled in. */
export type MacroStep =
  | { does: 'say'; text: string }
  | { does: 'write'; event: WritingEvent; text: string; mentions?: readonly Mention[] }
  | { does: 'change'; change: Bare<Changing> }
  | { does: 'hand'; to: DepartmentTo }
  | ({ does: 'end' } & WrappingUp)

/** What history keeps of it: the words are in the entries. */
export const withoutWords = (step: MacroStep): MacroStep => {
  if ('text' in step) return { ...step, text: '' }
  return 'details' in step ? { ...step, details: '' } : step
}
