import { paths } from '../../../views/paths'
import { accept } from '../../commands/agents/answer-offer'
import { conversationVerb } from './verb'

export const acceptOffer = conversationVerb({
  path: paths.workbench.acceptance,
  permission: 'conversations.answerOffer',
  asks: 'answerOffer',
  run: ({ web, subject: { person, id } }) => accept(web.desk, person, id),
})
