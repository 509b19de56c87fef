import { paths } from '../../../views/paths'
import { claim } from '../../commands/agents/claim'
import { conversationVerb } from './verb'

export const claimConversation = conversationVerb({
  path: paths.workbench.claim,
  permission: 'conversations.take',
  asks: 'take',
  run: ({ web, subject: { person, id } }) => claim(web.desk, person, id),
})
