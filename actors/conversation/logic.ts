import { logic, needsNothing } from '../logic'
import { initialConversation } from './context'
import { conversationMachine } from './machine'
import { deriveConversationEffects, summarizeConversation } from './summary'

export const conversation = logic({
  machine: conversationMachine,
  initial: initialConversation(''),
  shape: 1,
  upgrades: {},
  needs: needsNothing,
  derive: deriveConversationEffects,
  summarize: summarizeConversation,
})
