import { paths } from '../../../views/paths'
import { seenForm, tellSeen } from '../../commands/conversations/seen'
import { chatVerb } from './verb'

export const seenInChat = chatVerb({
  path: paths.chat.seen,
  form: seenForm,
  run: ({ site, input, subject: { person, row } }) => tellSeen(site.desk, person, row.id, input),
})
