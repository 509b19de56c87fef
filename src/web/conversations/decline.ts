import { paths } from '../../../views/paths'
import { decline } from '../../commands/agents/answer-offer'
import { conversationVerb, toList } from './verb'

export const declineOffer = conversationVerb({
  path: paths.workbench.refusal,
  permission: 'conversations.answerOffer',
  asks: 'answerOffer',
  run: ({ web, subject: { person, id } }) => decline(web.desk, person, id),
  to: toList,
})
