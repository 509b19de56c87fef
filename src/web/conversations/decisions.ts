import { statePaths } from '../../../views/office/statechart/state-paths'
import { paths } from '../../../views/paths'
import { refreshS } from '../../../views/refresh'
import { DecisionsPage } from '../../../views/workbench/decisions'
import { allows } from '../../policies/permissions'
import { readDecisions } from '../../reads/decisions'
import { page } from '../answer'
import { listOf } from '../workbench/before'
import { conversationPage } from './verb'

/** Why this agent: the candidates and reasons of each choice. */
export const showDecisions = conversationPage({
  path: paths.workbench.decisions,
  renewsS: refreshS.decisions,
  show: async (c, { reads }, { row, person }) => {
    const found = await readDecisions(reads, row.id)
    const mayOpen = allows(person, 'office.use')
    const shown = {
      ...{ conversation: row, ...found, list: listOf(c), me: person.id, reader: person },
      ...(mayOpen ? { statePath: statePaths.page('conversation', row.id) } : {}),
    }
    return page(c, DecisionsPage({ ...c.get('look'), ...shown }))
  },
})
