import { paths } from '../../../views/paths'
import { decline } from '../../commands/agents/answer-offer'
import { conversationVerb, toList } from './verb'

export const declineOffer = conversationVerb({
  path: paths.workbench.refusal,
  permission: 'conversations.answerOffer',
  asks: 'answerOffer',
  run: ({ site, subject: { person, id } }) => decline(site.desk, person, id),
  to: toList,
})
