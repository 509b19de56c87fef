import { paths } from '../../../views/paths'
import { seqForm } from '../../commands/conversations/as-of'
import { end } from '../../commands/conversations/end'
import { chatVerb } from './verb'

export const endChat = chatVerb({
  path: paths.chat.closure,
  form: seqForm,
  bare: true,
  run: ({ web, input, subject: { person, row } }) => end(web.desk, person, row.id, input),
  to: () => paths.chat.page,
})
