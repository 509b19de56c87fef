import { paths } from '../../../views/paths'
import { transfer, transferForm } from '../../commands/conversations/transfer'
import { conversationVerb } from './verb'

export const transferConversation = conversationVerb({
  path: paths.workbench.transfer,
  permission: 'conversations.transfer',
  asks: 'transfer',
  form: transferForm,
  run: ({ site, input, subject: { person, id } }) => transfer(site.desk, person, id, input),
})
