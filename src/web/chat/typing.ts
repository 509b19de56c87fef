import { paths } from '../../../views/paths'
import { typing } from '../../commands/conversations/typing'
import { keysIn } from '../query'
import { chatVerb } from './verb'

export const typingInChat = chatVerb({
  path: paths.chat.typing,
  run: ({ c, site, subject: { person, row } }) => typing(site.desk, person, row.id, keysIn(c)),
})
