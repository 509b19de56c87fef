import { paths } from '../../../views/paths'
import { typing } from '../../commands/conversations/typing'
import { keysIn } from '../query'
import { conversationVerb } from './verb'

export const typingInConversation = conversationVerb({
  path: paths.workbench.typing,
  permission: 'workbench.use',
  asks: 'watch',
  run: ({ c, web, subject: { person, id } }) =>
    typing(web.desk, person, id, keysIn(c), c.req.query('inside') !== undefined),
})
