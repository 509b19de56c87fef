import type { AnyMachineSnapshot, BuiltinActionResolution } from 'xstate'
import type { Effect } from './effects'

/** What a rule answers: the parts of the context that change, and what it asks for. */
export type RuleResult<Context> = { context?: Partial<Context>; effects?: readonly Effect[] }
/** What an actor does about an event. */
export type RuleOf<Context, E> = (context: Context, event: E) => RuleResult<Context>

/** What XState hands to an action while it makes a transition, as far as a rule needs it. */
type Transit<Context> = { context: Context; event: unknown }

/**
 * An action that runs a rule in a transition: takes over what changes and asks for its effects.
 * Of the same kind as XState's own `assign` and `enqueueActions`, which are told apart by their
 * `resolve`; with these two it costs twice as much, for they make nine functions for every
 * call and work out again which states the snapshot is in, which a rule cannot change.
 */
export const ruleAction = <Context, E>(rule: RuleOf<Context, E>) => {
  const resolve = (
    _scope: unknown,
    snapshot: AnyMachineSnapshot,
    { context, event }: Transit<Context>,
  ): BuiltinActionResolution => {
    const { context: changed, effects } = rule(context, event as E)
    const after = changed ? { ...snapshot, context: { ...context, ...changed } } : snapshot
    return [after, undefined, effects?.map((params) => ({ type: 'effect', params }))]
  }
  return Object.assign(() => {}, { type: 'rule', resolve })
}
