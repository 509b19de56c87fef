import { paths } from '../../../views/paths'
import { end } from '../../commands/conversations/end'
import { chatVerb } from './verb'

export const endChat = chatVerb({
  path: paths.chat.closure,
  run: ({ web, subject: { person, row } }) => end(web.desk, person, row.id),
  to: () => paths.chat.page,
})
