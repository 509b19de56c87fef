import { paths } from '../../../views/paths'
import { typing } from '../../commands/conversations/typing'
import { keysIn } from '../query'
import { chatVerb } from './verb'

export const typingInChat = chatVerb({
  path: paths.chat.typing,
  run: ({ c, web, subject: { person, row } }) => typing(web.desk, person, row.id, keysIn(c)),
})
