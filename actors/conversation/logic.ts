import { logic, needsNothing } from '../logic'
import { initialAspects } from './aspects'
import { initialConversation } from './context'
import { conversationMachine } from './machine'
import { deriveConversationEffects, summarizeConversation } from './summary'

export const conversation = logic({
  machine: conversationMachine,
  initial: initialConversation(''),
  later: initialAspects,
  shape: 1,
  upgrades: {},
  needs: needsNothing,
  derive: deriveConversationEffects,
  summarize: summarizeConversation,
})
