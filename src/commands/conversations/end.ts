import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { act, actorOf, find } from './access'

/**
 * Ends it. Ending what is ended already is done.
 * Problems: missing, forbidden `notYours`, conflict `notInThisState` | `parked`, limited.
 */
export const end = async (desk: Desk, person: Person, id: string): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const event = {
    type: 'ended',
    at: desk.clock.now(),
    ...actorOf(person, row),
    author: person.id,
  } as const
  const outcome = await act(desk, person, row, event, may.end(person, row))
  return isProblem(outcome) && outcome.reason === 'chatEnded' ? null : outcome
}
