import { isProblem, Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { MergePage } from '../../../views/workbench/merge'
import { newestOf } from '../../commands/conversations/access'
import { may } from '../../policies/may'
import { readMergeChoices } from '../../reads/merge-choices'
import { answerProblem, page, wantsJson } from '../answer'
import { conversationPage } from './verb'

const none = { own: [], found: [], isSearched: false }

/** With which conversation one can be merged, to choose one by a press. */
export const showMergeChoices = conversationPage({
  path: paths.workbench.merge,
  asks: 'merge',
  show: async (c, { desk }, { row, person }) => {
    if (!may.merge(person, row)) return answerProblem(c, new Problem('forbidden', 'notAllowed'))
    const look = c.get('look')
    const q = (c.req.query('q') ?? '').trim()
    const choices = await readMergeChoices(desk.store, person, row, { q, zone: look.zone })
    if (wantsJson(c)) return isProblem(choices) ? answerProblem(c, choices) : c.json(choices)
    const seq = await newestOf(desk, row.id)
    const shown = { ...look, reader: person, conversation: row, seq, q }
    if (!isProblem(choices)) return page(c, MergePage({ ...shown, ...choices }))
    const problem = sentenceFor(choices, look.language)
    return answerProblem(c, choices, MergePage({ ...shown, ...none, problem }))
  },
})
