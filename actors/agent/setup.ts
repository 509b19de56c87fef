import { setup } from 'xstate'
import type { Effect } from '../effects'
import { ruleAction } from '../rule'
import type { TurnEvent } from '../turn-event'
import type { AgentContext, Rule } from './context'
import type { AgentEvent } from './events'
import { guards } from './guards'

/** What the machine's states are made of. */
export const desk = setup({
  types: {
    context: {} as AgentContext,
    events: {} as TurnEvent<AgentEvent>,
    input: {} as { id: string },
  },
  actions: { effect: (_, _effect: Effect) => {} },
  delays: {
    grace: ({ context }) => context.graceMs,
    wrapUp: ({ context }) => context.settings.wrapUp,
  },
  guards,
})

/** An action that runs a rule. */
export const by = <E>(rule: Rule<E>) => desk.createAction(ruleAction(rule))
