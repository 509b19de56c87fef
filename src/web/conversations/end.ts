import { paths } from '../../../views/paths'
import { end } from '../../commands/conversations/end'
import { conversationVerb, toList } from './verb'

export const endConversation = conversationVerb({
  path: paths.workbench.closure,
  permission: 'conversations.end',
  asks: 'end',
  run: ({ site, subject: { person, id } }) => end(site.desk, person, id),
  to: toList,
})
