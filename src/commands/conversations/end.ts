import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { actorOf, find, leading } from './access'
import { act } from './act'
import { alreadyOr, seenAt, seqForm, sinceThen } from './as-of'

/**
 * Ends it. Ending what is ended already is done, and so is what comes so late that it has been ended
 * and goes on again: it is not ended twice.
 * Problems: invalid `seq`, missing, forbidden `notYours`, conflict `notInThisState` | `already` (it
 * changed hands since) | `parked`, limited.
 */
export const end = async (
  desk: Desk,
  person: Person,
  id: string,
  input: unknown = {},
): Promise<null | Problem> => {
  const form = read(seqForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const event = {
    type: 'ended',
    at: desk.clock.now(),
    ...actorOf(person, row),
    author: person.id,
    ...seenAt(form.seq),
    ...leading(person, row),
  } as const
  const outcome = await act(desk, person, row, event, may.end(person, row))
  if (!isProblem(outcome) || outcome.code === 'limited' || outcome.reason === 'parked')
    return outcome
  if (outcome.reason === 'chatEnded') return null
  const { hasEnded } = await sinceThen(desk, id, form.seq)
  return hasEnded ? null : alreadyOr(desk, id, form.seq, outcome)
}
