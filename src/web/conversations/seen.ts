import { paths } from '../../../views/paths'
import { seenForm, tellSeen } from '../../commands/conversations/seen'
import { conversationVerb } from './verb'

export const seenInConversation = conversationVerb({
  path: paths.workbench.seen,
  permission: 'workbench.use',
  asks: 'watch',
  form: seenForm,
  run: ({ web, input, subject: { person, id } }) => tellSeen(web.desk, person, id, input),
})
