import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import type { Desk, From } from '../desk'
import { find } from './access'
import { type Said, write } from './write'

/**
 * A note that only colleagues see, in a conversation they may watch: whoever holds it, and also
 * when it has ended. Answers with the entry, also when the same `client_id` was committed before.
 * Problems: missing, invalid, forbidden, conflict `otherText` | `parked`, limited.
 */
export const note = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
  from: From,
): Promise<Said | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!may.note(person, row)) return new Problem('forbidden', 'notAllowed')
  return write(desk, person, row, input, from, { type: 'noted', name: person.name })
}
