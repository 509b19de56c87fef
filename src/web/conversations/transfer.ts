import { paths } from '../../../views/paths'
import { transfer, transferForm } from '../../commands/conversations/transfer'
import { conversationVerb } from './verb'

export const transferConversation = conversationVerb({
  path: paths.workbench.transfer,
  permission: 'conversations.transfer',
  asks: 'transfer',
  form: transferForm,
  run: ({ web, input, subject: { person, id } }) => transfer(web.desk, person, id, input),
})
