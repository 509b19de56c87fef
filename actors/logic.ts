import type { AnyStateMachine } from 'xstate'
import type { Effect } from './effects'
import type { Needs } from './rows'
import type { Summary } from './summary'
import type { Transition } from './transition'

export type State<Context> = { value: unknown; context: Context }

/** Looks at a whole turn and says what follows from it: reports and facts, on top of its effects. */
export type Derive<Context> = (
  before: State<Context> | null,
  after: State<Context>,
  effects: readonly Effect[],
  turn: { at: number; version: number },
) => Effect[]

/** Everything the system needs to know of one kind of actor. */
export type Logic = {
  machine: AnyStateMachine
  transition: Transition
  /** What it remembers before its first turn. */
  initial: Readonly<Record<string, unknown>>
  /** The released shape of its snapshots; older ones are brought forward by `upgrades`. */
  shape: number
  /** Shape n's context and value made into shape n+1's, by n. */
  upgrades: Readonly<Record<number, (old: State<never>) => State<unknown>>>
  needs: (id: string, event: { type: string; conversation?: string }) => Needs
  derive: Derive<unknown>
  summarize: (state: State<unknown>) => Summary
}
