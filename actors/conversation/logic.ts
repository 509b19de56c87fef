import { withDefaults } from '../defaults'
import { logic, needsNothing, type Upgrade } from '../logic'
import { initialConversation } from './context'
import { conversationMachine } from './machine'
import { deriveConversationEffects, summarizeConversation } from './summary'

/** Before it was counted what nobody has answered, and told whether anybody ever did. */
const withAnswers: Upgrade = ({ value, context }) => {
  const { agent } = context as { agent?: string | null }
  const answered = agent !== null && agent !== undefined
  const added = { unanswered: [], unansweredSince: null, answered }
  return { value, context: withDefaults(added, context) }
}

export const conversation = logic({
  machine: conversationMachine,
  initial: initialConversation(''),
  shape: 2,
  upgrades: { 1: withAnswers },
  needs: needsNothing,
  derive: deriveConversationEffects,
  summarize: summarizeConversation,
})
