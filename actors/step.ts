import type { Effect } from './effects'
import type { Reads } from './rows'

/** What a rule answers: the parts of the context that change, and what it asks for. */
export type Step<Context> = { context?: Partial<Context>; effects?: readonly Effect[] }

/** An event as a machine sees it: with the version its turn makes and what was read for it. */
export type Taken<Event> = Event & { version: number; reads: Reads }

/** One kind of an actor's events, as its rules get it. */
export type TakenOf<Event extends { type: string }, T extends Event['type']> = Taken<
  Extract<Event, { type: T }>
>

/** What an actor does about an event. */
export type RuleOf<Context, E> = (context: Context, event: E) => Step<Context>

/** What XState hands to whatever runs in a transition, as far as a rule needs it. */
type Transit<Context> = {
  context: Context
  event: unknown
  enqueue: ((action: { type: 'effect'; params: Effect }) => void) & {
    assign(changed: Partial<Context>): void
  }
}

/** Runs a rule in a transition: takes over what changes and asks for its effects. */
export const follow =
  <Context, E>(rule: RuleOf<Context, E>) =>
  ({ context, event, enqueue }: Transit<Context>) => {
    const { context: changed, effects } = rule(context, event as E)
    if (changed) enqueue.assign(changed)
    for (const effect of effects ?? []) enqueue({ type: 'effect', params: effect })
  }
