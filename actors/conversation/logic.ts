import { logic, needsNothing } from '../logic'
import { initialAspects } from './aspects'
import { initialConversation } from './context'
import { conversationMachine } from './machine'
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
  ...{ slaTerms: null, sla: initialSla, endedByMove: null },
  ...{ visitorWants: { language: '', topics: [] }, via: [] },
}

export const conversation = logic({
  machine: conversationMachine,
  initial: initialConversation(''),
  fallback,
  shape: 1,
  upgrades: {},
  needs: needsNothing,
  settle: settleSla,
  derive: deriveConversationEffects,
  summarize: summarizeConversation,
})
