import { paths } from '../../../views/paths'
import { seenForm, tellSeen } from '../../commands/conversations/seen'
import { chatVerb } from './verb'

export const seenInChat = chatVerb({
  path: paths.chat.seen,
  form: seenForm,
  run: ({ web, input, subject: { person, row } }) => tellSeen(web.desk, person, row.id, input),
})
