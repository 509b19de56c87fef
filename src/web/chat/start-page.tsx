import { whyNotHanded } from '../../../actors/agent/rights'
import type { Problem } from '../../../actors/problem'
import { shownForm } from '../../../actors/start/form'
import { StartPage } from '../../../views/chat/start'
import type { StartChoice } from '../../../views/chat/start-choice'
import { sentenceFor } from '../../../views/words'
import type { Edition } from '../../../views/words/language'
import { shownEmail } from '../../commands/accounts/email-key'
import { agentBy } from '../../commands/agents/link'
import type { Desk } from '../../commands/desk'
import { FIELD } from '../../commands/forms/answers'
import { askedIn } from '../../commands/start-forms/find'
import { hashToken } from '../../commands/tokens'
import { readInvitation } from '../../reads/invitation'
import { hasPast } from '../../reads/past'
import type { Reads } from '../../reads/reads'
import { readChoices } from '../../reads/start-pages'
import { answerProblem, page } from '../answer'
import { typed } from '../body'
import { type Ask, visitorLook } from '../context'
import { whyKeptOut } from '../gate/blocked'
import { visitor } from '../person'

const MARK_CHARS = 12

/** Tells visitors of one browser apart, and nothing can be made of it. */
export const keptAs = (c: Ask): string =>
  `start-${hashToken(c.get('visitorToken') ?? '').slice(0, MARK_CHARS)}`

/** What was typed, and why it did not go. */
export type RefusedStart = { input: Record<string, unknown>; problem: Problem }

/** The form that begins a conversation, with whatever was typed still in it. */
export const startPage = async (desk: Desk, reads: Reads, c: Ask, refused?: RefusedStart) => {
  const look = visitorLook(c)
  const person = visitor(c)
  const [departments, invitation, isBack] = await Promise.all([
    readChoices(reads, c.get('look').language),
    person && readInvitation(desk.store, person.id),
    person !== null && hasPast(reads, person),
  ])
  const wanted = await readWanted(desk, c, refused)
  const of = (refused ? typed(refused.input, 'department') : c.req.query('department')) || ''
  const { department, asked } = await readAsked(desk, departments, of || wanted?.department || '')
  const props = {
    ...{ ...look, departments, invitation, keptAs: keptAs(c), clientId: desk.clock.id() },
    ...{ hasPast: isBack, mails: desk.mails },
    asked: shownForm(asked, c.get('look').language),
    ...(wanted ? { wanted } : {}),
  }
  if (!refused) {
    const keptOut = whyKeptOut({ desk }, c)
    const problem = keptOut && saidOf(keptOut, look.language)
    return page(c, StartPage({ ...props, draft: { department }, ...(problem ? { problem } : {}) }))
  }
  const { input, problem } = refused
  const said = saidOf(problem, look.language)
  const content = StartPage({ ...props, draft: draftIn(input, department), problem: said })
  return answerProblem(c, problem, content)
}

const saidOf = (problem: Problem, language: Edition) => ({
  says: sentenceFor(problem, language),
  ...(problem.field ? { field: problem.field } : {}),
})

const draftIn = (input: Record<string, unknown>, department: string) => {
  const isAnswer = (name: string) => name.startsWith(FIELD) || name === 'consent'
  const answers = Object.keys(input).filter(isAnswer)
  return {
    ...{ name: typed(input, 'name'), department },
    email: shownEmail(typed(input, 'email')),
    text: [typed(input, 'question'), typed(input, 'text')].filter(Boolean).join('\n'),
    answers: Object.fromEntries(answers.map((name) => [name, typed(input, name)])),
  }
}

/** What is asked where they would come: in the department that is named, else the first of them. */
const readAsked = async (desk: Desk, departments: readonly StartChoice[], named: string) => {
  const chosen =
    departments.find(({ id, name, names }) => [id, name, names.en, names.zh].includes(named)) ??
    departments[0]
  return { department: chosen?.id ?? '', asked: await askedIn(desk, chosen?.id ?? '') }
}

/** Whom the link leads to that they came by. */
const readWanted = async (desk: Desk, c: Ask, refused?: RefusedStart) => {
  const token = (refused ? typed(refused.input, 'link') : c.req.query('agent')) ?? ''
  const agent = token ? await agentBy(desk, token) : undefined
  if (!agent) return undefined
  const free = whyNotHanded(agent) === null
  return { token, name: agent.name, free, department: agent.departments[0] ?? '' }
}
