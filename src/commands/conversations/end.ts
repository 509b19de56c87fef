import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { act, actorOf, find, refusal } from './access'

/**
 * Ends it. Ending what is ended already is done.
 * Problems: missing, forbidden `notYours`, conflict `notInThisState` | `parked`, limited.
 */
export const end = async (desk: Desk, person: Person, id: string): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const outcome = may.end(person, row) ? await endNow(desk, person, row) : refusal(person, row)
  return isProblem(outcome) && outcome.reason === 'chatEnded' ? null : outcome
}

const endNow = (desk: Desk, person: Person, row: ConversationRow) =>
  act(desk, person, row, {
    type: 'ended',
    at: desk.clock.now(),
    ...actorOf(person, row),
    author: person.id,
  })
