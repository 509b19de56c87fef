import { paths } from '../../../views/paths'
import { seqForm } from '../../commands/conversations/as-of'
import { end } from '../../commands/conversations/end'
import { conversationVerb, toList } from './verb'

export const endConversation = conversationVerb({
  path: paths.workbench.closure,
  permission: 'conversations.end',
  asks: 'end',
  form: seqForm,
  bare: true,
  run: ({ web, input, subject: { person, id } }) => end(web.desk, person, id, input),
  to: toList,
})
