import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { DecisionsPage } from '../../../views/workbench/decisions'
import { find } from '../../commands/conversations/access'
import { namesOf } from '../../reads/inbox'
import { answerProblem, page } from '../answer'
import { listOf } from '../workbench/before'
import { about, conversationPage } from './verb'

/** Why this agent: the candidates and reasons of each choice. */
export const showDecisions = conversationPage({
  path: paths.workbench.decisions,
  show: async (c, { desk, feeds }) => {
    const { person, id } = about(c)
    const row = await find(desk, person, id)
    if (isProblem(row)) return answerProblem(c, row)
    const decisions = (await desk.store.turns.decisions(row.id)).toReversed()
    const departments = await namesOf(feeds.desk)
    const shown = { conversation: row, decisions, departments, list: listOf(c) }
    return page(c, DecisionsPage({ ...c.get('look'), ...shown }))
  },
})
