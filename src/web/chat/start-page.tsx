import type { Problem } from '../../../actors/problem'
import { StartPage } from '../../../views/chat/start'
import { sentenceFor } from '../../../views/words'
import { shownEmail } from '../../commands/accounts/email-key'
import type { Desk } from '../../commands/desk'
import { hashToken } from '../../commands/tokens'
import { readInvitation } from '../../reads/invitation'
import type { Reads } from '../../reads/reads'
import { readChoices } from '../../reads/start-pages'
import { answerProblem, page } from '../answer'
import { typed } from '../body'
import type { Ask } from '../context'
import { visitor } from '../person'

const MARK_CHARS = 12

/** What was typed, and why it did not go. */
export type RefusedStart = { input: Record<string, unknown>; problem: Problem }

/** The form that begins a conversation, with whatever was typed still in it. */
export const startPage = async (desk: Desk, reads: Reads, c: Ask, refused?: RefusedStart) => {
  const look = c.get('look')
  const person = visitor(c)
  const [departments, invitation] = await Promise.all([
    readChoices(reads),
    person && readInvitation(desk.store, person.id),
  ])
  // Tells visitors of one browser apart, and nothing can be made of it.
  const keptAs = `start-${hashToken(c.get('visitorToken') ?? '').slice(0, MARK_CHARS)}`
  const hasPast = person !== null
  const props = {
    ...look,
    departments,
    invitation,
    keptAs,
    hasPast,
    mails: desk.mails,
    clientId: desk.clock.id(),
  }
  const wanted = c.req.query('department')
  const chosen = departments.find(({ id, name }) => id === wanted || name === wanted)
  if (!refused)
    return page(c, StartPage({ ...props, ...(chosen ? { draft: { department: chosen.id } } : {}) }))
  const { input, problem } = refused
  const content = StartPage({
    ...props,
    draft: {
      name: typed(input, 'name'),
      email: shownEmail(typed(input, 'email')),
      department: typed(input, 'department'),
      text: typed(input, 'text'),
    },
    problem: {
      says: sentenceFor(problem, look.language),
      ...(problem.field ? { field: problem.field } : {}),
    },
  })
  return answerProblem(c, problem, content)
}
