import { paths } from '../../../views/paths'
import { workbenchPages } from '../workbench/page'
import { conversationPage } from './verb'

export const showConversation = conversationPage({
  path: paths.workbench.conversation,
  show: (c, web, { row }) => workbenchPages(web).show(c, row.id),
})
