import { paths } from '../../../views/paths'
import { end } from '../../commands/conversations/end'
import { conversationVerb, toList } from './verb'

export const endConversation = conversationVerb({
  path: paths.workbench.closure,
  permission: 'conversations.end',
  asks: 'end',
  run: ({ web, subject: { person, id } }) => end(web.desk, person, id),
  to: toList,
})
