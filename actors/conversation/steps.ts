import type { AspectEvent, WritingEvent } from './aspects'

type Changing = Exclude<AspectEvent, { clientId: string }>
type Bare<E> = E extends unknown ? Omit<E, 'at'> : never

/** One thing that a macro does, ready to be done: its words are filled in. */
export type MacroStep =
  | { does: 'say'; text: string }
  | { does: 'write'; event: WritingEvent; text: string }
  | { does: 'change'; change: Bare<Changing> }
  | { does: 'hand'; to: { department: string; departmentName: string } }
  | { does: 'end' }

/** What history keeps of it: the words are in the entries. */
export const withoutWords = (step: MacroStep): MacroStep =>
  'text' in step ? { ...step, text: '' } : step
