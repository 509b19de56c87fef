import { paths } from '../../../views/paths'
import { claim } from '../../commands/agents/claim'
import { seqForm } from '../../commands/conversations/as-of'
import { conversationVerb } from './verb'

export const claimConversation = conversationVerb({
  path: paths.workbench.claim,
  permission: 'conversations.take',
  asks: 'take',
  form: seqForm,
  bare: true,
  run: ({ web, input, subject: { person, id } }) => claim(web.desk, person, id, input),
})
