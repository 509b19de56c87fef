import { paths } from '../../../views/paths'
import { waitOn } from '../../commands/conversations/wait'
import { chatPages } from './page'
import { chatVerb } from './verb'

/** Nobody came in time, and they wait on. */
export const waitInChat = chatVerb({
  path: paths.chat.waiting,
  run: ({ web, subject: { person, row } }) => waitOn(web.desk, person, row.id),
  to: () => paths.chat.page,
  refused: ({ c, web, subject: { person, row } }, problem) =>
    chatPages(web.desk, web.reads).refused(c, person, row.id, problem, {}),
})
