import { setup } from 'xstate'
import type { Effect } from '../effects'
import type { Step, Taken } from '../step'
import { freshVisitor, type VisitorContext } from './context'
import type { VisitorEvent } from './events'
import * as rules from './rules'

type Event = Taken<VisitorEvent>
type Of<T extends VisitorEvent['type']> = Extract<Event, { type: T }>

const desk = setup({
  types: {
    context: {} as VisitorContext,
    events: {} as Event,
    input: {} as { id: string },
  },
  actions: { effect: (_, _effect: Effect) => {} },
  guards: {
    itsOwn: ({ context, event }) =>
      'conversation' in event && event.conversation === context.conversation,
  },
})

const by = <E>(rule: (context: VisitorContext, event: E) => Step<VisitorContext>) =>
  desk.enqueueActions(({ context, event, enqueue }) => {
    const { context: changed, effects } = rule(context, event as E)
    if (changed) enqueue.assign(changed)
    for (const effect of effects ?? []) enqueue({ type: 'effect', params: effect })
  })

/**
 * A visitor has one conversation at a time, and this actor is the only one that says which.
 * Whether a page of his is open is known from its connection and never stored.
 */
export const visitorMachine = desk.createMachine({
  id: 'visitor',
  context: ({ input }) => freshVisitor(input.id),
  initial: 'away',
  states: {
    /** Never asked for anything. */
    away: {
      on: { asked: { target: 'talking', actions: by<Of<'asked'>>(rules.ask) } },
    },
    /** Has been here; no conversation is open. */
    here: {
      on: {
        asked: { target: 'talking', actions: by<Of<'asked'>>(rules.ask) },
        resumed: { guard: 'itsOwn', target: 'talking', actions: by<Of<'resumed'>>(rules.resume) },
        recalled: { target: 'talking', actions: by<Of<'recalled'>>(rules.resume) },
      },
    },
    talking: {
      on: { finished: { guard: 'itsOwn', target: 'here' } },
    },
  },
})
