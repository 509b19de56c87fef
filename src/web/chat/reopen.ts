import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, type Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { seqField, seqForm } from '../../commands/conversations/as-of'
import { reopen } from '../../commands/conversations/reopen'
import { sayHere } from '../../commands/conversations/say'
import { read } from '../../commands/input/read'
import { answerProblem } from '../answer'
import { typed } from '../body'
import { chatPages } from './page'
import { chatVerb } from './verb'

const reopenForm = z
  .object({
    text: holding('words', z.string()),
    client_id: holding('value', z.string()),
    seq: seqField,
  })
  .partial()

/** They talk already, here or in another of theirs: what they wrote is said there. */
const isInOne = ({ reason }: Problem): boolean =>
  reason === 'chatOpen' || reason === 'chatElsewhere'

export const reopenChat = chatVerb({
  path: paths.chat.reopening,
  // What they were still writing when it ended goes with it.
  form: reopenForm,
  bare: true,
  run: async ({ c, web: { desk }, input, subject: { person, row } }) => {
    const seen = read(seqForm, input)
    if (isProblem(seen)) return seen
    const reopened = await reopen(desk, person, row.id, seen.seq)
    if (typed(input, 'text').trim() === '') return reopened
    if (isProblem(reopened) && !isInOne(reopened)) return reopened
    const form = { text: input.text, client_id: input.client_id }
    const said = await sayHere(desk, person, form, { address: c.get('address')() })
    return isProblem(said) ? said : null
  },
  to: () => paths.chat.page,
  refused: ({ c, web, input, subject: { person, row } }, problem) => {
    const text = typed(input, 'text')
    if (text.trim() === '') return answerProblem(c, problem)
    return chatPages(web.desk, web.reads).refused(c, person, row.id, problem, { draft: text })
  },
})
