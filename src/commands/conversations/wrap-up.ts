import type { WrappingUp } from '../../../actors/conversation/steps'
import type { FormField } from '../../../actors/form/field'
import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { answeredBy, answersText } from '../../../actors/text/answers'
import { may } from '../../policies/may'
import type { Desk, From } from '../desk'
import { readAnswers, splitFields } from '../forms/answers'
import { find } from './access'
import { act } from './act'

/** What was filled in for the conversations of a department. */
export type WrapUpOf = (department: string) => Promise<WrappingUp | Problem>

type Stored = { store: Pick<Desk['store'], 'departments'> }

/** What is asked at the end of a department's conversations. */
export const wrapUpFieldsOf = async (
  { store }: Stored,
  department: string,
): Promise<readonly FormField[]> =>
  (await store.departments.find(department))?.settings.wrapUpFields ?? []

/**
 * What somebody filled in, as the event of an end brings it: nothing where nothing is asked, and
 * that nobody did where all of it was left empty.
 * Problems: invalid `answerMissing` | `fieldUnknown` | … (field).
 */
export const filledIn = (
  fields: readonly FormField[],
  defined: Record<string, unknown>,
  language: string,
): WrappingUp | Problem => {
  const answers = readAnswers(fields, defined, { language })
  if (isProblem(answers)) return answers
  if (answers.length === 0) return fields.length > 0 ? { wrapUp: 'missing' } : {}
  return {
    wrapUp: { fields: answeredBy(answers, null).fields },
    details: answersText(answers),
  }
}

/** The same for whoever ends one: a visitor is asked nothing, and fills in nothing. */
export const wrapUpBy = async (
  desk: Stored,
  person: Person,
  { department }: ConversationRow,
  defined: Record<string, unknown>,
  { language = '' }: Pick<From, 'language'>,
): Promise<WrappingUp | Problem> => {
  const fields = await wrapUpFieldsOf(desk, department)
  if (person.kind === 'visitor') return fields.length > 0 ? { wrapUp: 'missing' } : {}
  return filledIn(fields, defined, language)
}

/**
 * Fills in after the end what was not, or fills it in otherwise.
 * Problems: missing, forbidden, conflict `notInThisState` | `nothingAsked` | `parked`, limited,
 * invalid (field).
 */
export const fillWrapUp = async (
  desk: Desk,
  person: Person,
  id: string,
  input: unknown,
  from: From,
): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (person.kind !== 'staff' || !may.wrapUp(person, row))
    return row.closedAt === null
      ? new Problem('conflict', 'notInThisState')
      : new Problem('forbidden', 'notAllowed')
  const filled = await wrapUpBy(desk, person, row, splitFields(input).defined, from)
  if (isProblem(filled)) return filled
  if (filled.wrapUp === undefined) return new Problem('conflict', 'nothingAsked')
  if (filled.wrapUp === 'missing') return null
  return act(desk, person, row, {
    ...{ type: 'wrappedUp', at: desk.clock.now(), author: person.id, name: person.name },
    ...filled,
  })
}
