import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { act, actorOf, find } from './access'

/**
 * Ends it. Ending what is ended already is done.
 * Problems: missing, forbidden `notYours`, conflict `notInThisState` | `parked`, limited.
 */
export const end = async (desk: Desk, person: Person, id: string): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  return act(desk, person, row, {
    type: 'ended',
    at: desk.clock.now(),
    ...actorOf(person, row),
    author: person.id,
  }).then((outcome) => (isProblem(outcome) && outcome.reason === 'chatEnded' ? null : outcome))
}
