import type { BeforeTalk } from '../../../actors/conversation/events'
import { said } from '../../../actors/form/field'
import { isOpenAt } from '../../../actors/hours/open'
import { isProblem, Problem } from '../../../actors/problem'
import type { StartForm } from '../../../actors/start/form'
import type { AgentRow, DepartmentRow } from '../../../actors/summary'
import { answeredBy, answersText } from '../../../actors/text/answers'
import { agentBy, wantedIn } from '../agents/link'
import { choosable } from '../departments/choosable'
import { defaultDepartment, hasChoice } from '../departments/default'
import type { Desk } from '../desk'
import { splitFields } from '../forms/answers'
import { email } from '../input'
import { read } from '../input/read'
import { askedIn, startFormOf } from '../start-forms/find'
import { type Answered, readStartAnswers } from './answers'
import { startForm } from './start-form'

/** Who reads it, and whether they were told that nobody is there. */
type Reader = { language: string; leaves?: true }

/**
 * Reads what a visitor sent before a chat: the desk's own fields, and those that the office defined.
 * Who leaves a message, as all do outside the hours of a department, must say where an answer reaches them.
 * Problems: invalid (field).
 */
export const readStart = async (desk: Desk, input: unknown, reader: Reader) => {
  const { defined, others } = splitFields(input)
  const form = read(startForm, withQuestion(others))
  if (isProblem(form)) return form
  const agent = form.link ? await agentBy(desk, form.link) : undefined
  const department = await departmentFor(desk, form.department, agent)
  if (isProblem(department)) return department
  const asked = await askedIn(desk, department.id)
  const keys = await otherKeys(desk, department.id, defined)
  const answered = readStartAnswers(asked, defined, {
    ...{ agrees: form.consent, language: reader.language },
    isKnown: (key) => keys.has(key),
  })
  if (isProblem(answered)) return answered
  const { name, email: mail } = form
  const about = { name, email: mail, ...answered.about }
  // Outside its hours a department is closed for who comes: what they write is left for when it opens.
  const leaves = reader.leaves || !isOpenAt(department.settings.hours, desk.clock.now())
  const reached = leaves ? read(email, about.email) : about.email
  if (isProblem(reached)) return new Problem('invalid', 'emailNeeded', { field: 'email' })
  const before = {
    ...beforeTalk(asked, answered, reader.language),
    ...wantedIn(agent, department.id),
    ...(leaves ? { leaves: true as const } : {}),
  }
  return { ...form, department, about, before }
}

/** A question that was pressed is the message, with what was written below it. */
const withQuestion = (fields: Record<string, unknown>) => {
  const { question, text = '' } = fields
  if (typeof question !== 'string' || question === '' || typeof text !== 'string') return fields
  return { ...fields, text: text.trim() === '' ? question : `${question}\n${text}` }
}

const beforeTalk = (asked: StartForm, answered: Answered, language: string): BeforeTalk => {
  const { answers, consent } = answered
  const greeting = said(asked.greeting, language)
  const isAnswered = answers.length > 0 || consent !== null
  return {
    ...(greeting ? { greeting } : {}),
    ...(isAnswered
      ? { answered: answeredBy(answers, consent), details: answersText(answers) }
      : {}),
  }
}

/** Keys that other departments ask for: looked for only where something came that is not asked here. */
const otherKeys = async (desk: Desk, id: string, defined: object): Promise<ReadonlySet<string>> => {
  if (Object.keys(defined).length === 0) return new Set()
  const others = (await desk.store.departments.all()).filter((one) => one.id !== id)
  const forms = await Promise.all(others.map((one) => startFormOf(desk, one.id)))
  return new Set(forms.flatMap(({ fields }) => fields.map(({ key }) => key)))
}

/** The one they chose; else that of the agent they ask for, else the one of whoever chooses none. */
const departmentFor = async (
  desk: Desk,
  id: string,
  agent: AgentRow | undefined,
): Promise<DepartmentRow | Problem> => {
  const of = id || agent?.departments[0] || ''
  const known = of ? await choosable(desk, of) : await defaultDepartment(desk, 'visitor')
  if (known) return known
  const remedy = (await hasChoice(desk)) ? 'choose' : 'sendAgain'
  return new Problem('invalid', 'departmentUnknown', { field: 'department', values: { remedy } })
}
