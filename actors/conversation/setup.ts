import { setup } from 'xstate'
import type { Effect } from '../effects'
import { ruleAction } from '../rule'
import type { TurnEvent } from '../turn-event'
import type { ConversationContext, Rule } from './context'
import type { ConversationEvent } from './events'
import { guards } from './guards'

type Event = TurnEvent<ConversationEvent>

/** What the machine's states are made of. */
export const desk = setup({
  types: {
    context: {} as ConversationContext,
    events: {} as Event,
    input: {} as { id: string },
  },
  actions: { effect: (_, _effect: Effect) => {} },
  delays: {
    patience: ({ context, event }) =>
      Math.max(
        0,
        Math.max(context.since, context.waitedOnAt) + context.timings.patience - event.at,
      ),
    accept: ({ context }) => context.timings.accept,
    snooze: ({ context, event }) => Math.max(0, (context.snooze?.until ?? event.at) - event.at),
  },
  guards,
})

/** An action that runs a rule. */
export const by = <E>(rule: Rule<E>) => desk.createAction(ruleAction(rule))

/** The same for what an agent says of their holding: it is their newest word from now on. */
export const byAgent = <E extends { agent: string; word: number }>(rule: Rule<E>) =>
  by<E>((context, event) => {
    const step = rule(context, event)
    const words = { ...context.agentVersions, [event.agent]: event.word }
    return { ...step, context: { ...step.context, agentVersions: words } }
  })
