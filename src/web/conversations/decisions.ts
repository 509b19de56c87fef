import { paths } from '../../../views/paths'
import { DecisionsPage } from '../../../views/workbench/decisions'
import { namesOf } from '../../reads/inbox'
import { page } from '../answer'
import { listOf } from '../workbench/before'
import { conversationPage } from './verb'

/** Why this agent: the candidates and reasons of each choice. */
export const showDecisions = conversationPage({
  path: paths.workbench.decisions,
  show: async (c, { desk, reads }, { row }) => {
    const decisions = (await desk.store.turns.decisions(row.id)).toReversed()
    const departments = await namesOf(reads)
    const shown = { conversation: row, decisions, departments, list: listOf(c) }
    return page(c, DecisionsPage({ ...c.get('look'), ...shown }))
  },
})
