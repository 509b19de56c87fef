import type { Settle } from '../logic'
import { logic, needsNothing } from '../logic'
import { initialAspects } from './aspects'
import { type ConversationContext, initialConversation } from './context'
import { conversationMachine } from './machine'
import { settleSilence } from './silence'
import { initialSilence } from './silent'
import { settleSla } from './sla'
import { initialSla } from './sla-terms'
import { deriveConversationEffects, summarizeConversation } from './summary'

/** What was not remembered in the beginning, as one has it that knows nothing of it. */
const fallback = {
  ...initialAspects,
  ...{ unanswered: [], unansweredSince: null, answered: true, movedSeq: 0, endedSeq: 0 },
  ...{ movedAt: 0, besideSeqs: {} },
  ...{ passed: null, withdrawn: [], echoes: [], askedSeq: 0, deskWriters: [] },
  ...{ mergedInto: null, merges: [], guests: [], mergeCount: 0 },
  ...{ messageLeft: false, answersSeq: 0, waitedOnAt: 0, wrapUp: null },
  ...{ branches: [], branchedFrom: null },
  ...{ slaTerms: null, sla: initialSla, silence: initialSilence, endedByMove: null },
  ...{ visitorWants: { language: '', topics: [] }, via: [] },
}

/** What runs with time follows each turn. */
const settleTimes: Settle<ConversationContext> = (before, state, event, effects) => {
  const promised = settleSla(before, state, event, effects)
  const context = promised?.context ?? state.context
  const silent = settleSilence({ value: state.value, context }, event)
  if (!silent) return promised
  return { context: silent.context, effects: [...(promised?.effects ?? []), ...silent.effects] }
}

/** What its events were called before, as older journals have them. */
const formerNames = {
  'xstate.after.silence.conversation.active.turn.awaitingVisitor': 'due.silence',
} as const

export const conversation = logic({
  machine: conversationMachine,
  initial: initialConversation(''),
  fallback,
  shape: 1,
  upgrades: {},
  needs: needsNothing,
  settle: settleTimes,
  formerly: formerNames,
  derive: deriveConversationEffects,
  summarize: summarizeConversation,
})
