import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { find } from '../../commands/conversations/access'
import { answerProblem } from '../answer'
import { workbenchPages } from '../workbench/page'
import { about, conversationPage } from './verb'

export const showConversation = conversationPage({
  path: paths.workbench.conversation,
  show: async (c, { desk, feeds }) => {
    const { person, id } = about(c)
    const row = await find(desk, person, id)
    return isProblem(row) ? answerProblem(c, row) : workbenchPages(desk, feeds).bench(c, row.id)
  },
})
