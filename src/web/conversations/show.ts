import { paths } from '../../../views/paths'
import { workbenchPages } from '../workbench/page'
import { conversationPage } from './verb'

export const showConversation = conversationPage({
  path: paths.workbench.conversation,
  show: (c, { desk, feeds }, { row }) => workbenchPages(desk, feeds).show(c, row.id),
})
