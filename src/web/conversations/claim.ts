import { paths } from '../../../views/paths'
import { claim } from '../../commands/agents/claim'
import { conversationVerb } from './verb'

export const claimConversation = conversationVerb({
  path: paths.workbench.claim,
  permission: 'conversations.take',
  asks: 'take',
  run: ({ site, subject: { person, id } }) => claim(site.desk, person, id),
})
