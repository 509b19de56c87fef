import type { AnyStateMachine } from 'xstate'
import { withDefaults } from './defaults'
import type { Effect } from './effects'
import type { Needs } from './rows'
import { type Transition, transitionOf } from './transition'

export type State<Context> = { value: unknown; context: Context }

/** Looks at a whole turn and says what follows from it: reports and facts, on top of its effects. */
export type Derive<Context> = (
  before: State<Context> | null,
  after: State<Context>,
  effects: readonly Effect[],
  turn: { at: number; version: number },
) => Effect[]

/**
 * What follows a transition in the context, whatever it was: what changes by that, and what is asked for
 * beside its effects; null for nothing.
 */
export type Settle<Context> = (
  before: Context,
  after: State<Context>,
  event: { type: string; at: number },
  effects: readonly Effect[],
) => { context: Context; effects: readonly Effect[] } | null

/** A context and value of one shape made into those of the next. */
export type Upgrade = (old: State<never>) => State<unknown>

/** What one kind of actor is: its machine, what it remembers, what others see of it. */
export type Descriptor<Context extends object, Row extends object> = {
  machine: AnyStateMachine
  /** What it remembers before its first turn. */
  initial: Context
  /** What stands for what a stored one lacks, since it was kept before that was remembered. */
  fallback?: object
  /** The released shape of its snapshots; older ones are brought forward by `upgrades`. */
  shape: number
  /** From shape n to shape n+1, by n. A context that only grew says so with `adding`. */
  upgrades: Readonly<Record<number, Upgrade>>
  /**
   * What the store reads before a turn, by its context as it is stored; null where the actor needs nothing
   * but itself, whatever that is.
   */
  needs: (
    id: string,
    event: { type: string; conversation?: string },
    stored?: () => object | null,
  ) => Needs
  /** What events were called before that are called otherwise now, by what they were called. */
  formerly?: Readonly<Record<string, string>>
  /** Of a transition that was not rejected, and of a time that has come. */
  settle?: Settle<Context>
  derive: Derive<Context>
  /** Its row in the lists. */
  summarize: (state: State<Context>) => Row
}

/** The same of any kind, as the system runs it. */
export type Logic = Descriptor<never, object> & { transition: Transition }

/** Ties a kind's own types to the common ones: the only place where they are let go. */
export const logic = <Context extends object, Row extends object>(
  descriptor: Descriptor<Context, Row>,
): Descriptor<Context, Row> & { transition: Transition } => ({
  ...descriptor,
  transition: transitionOf(descriptor.machine),
})

export const needsNothing = (): null => null

/** An upgrade to a context that has more in it: what is new, with what it holds in older ones. */
export const adding =
  (fields: Readonly<Record<string, unknown>>): Upgrade =>
  ({ value, context }) => ({ value, context: withDefaults(fields, context) })
