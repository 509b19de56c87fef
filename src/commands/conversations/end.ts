import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import type { Desk, From } from '../desk'
import { splitFields } from '../forms/answers'
import { read } from '../input/read'
import { sayFirst } from '../scheduled/say-first'
import { actorOf, find, leading } from './access'
import { act } from './act'
import { alreadyOr, seenAt, seqForm, sinceThen } from './as-of'
import { wrapUpBy } from './wrap-up'

/**
 * Ends it. Ending what is ended already is done, and so is what comes so late that it has been ended
 * and goes on again: it is not ended twice.
 * An agent fills in before what their department asks then.
 * Problems: invalid `seq` | `answerMissing` | … (field), missing, forbidden `notYours`, conflict `notInThisState` | `already` (it
 * changed hands since) | `parked`, limited.
 */
export const end = async (
  desk: Desk,
  person: Person,
  id: string,
  input: unknown = {},
  from: Partial<From> = {},
): Promise<null | Problem> => {
  const { defined, others } = splitFields(input)
  const form = read(seqForm, others)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const isAllowed = may.end(person, row)
  const wrapUp = isAllowed ? await wrapUpBy(desk, person, row, defined, from) : {}
  if (isProblem(wrapUp)) return alreadyOr(desk, id, form.seq, wrapUp)
  if (isAllowed && person.kind === 'staff') await sayFirst(desk, person, id)
  const event = {
    type: 'ended',
    at: desk.clock.now(),
    ...actorOf(person, row),
    author: person.id,
    ...seenAt(form.seq),
    ...leading(person, row),
    ...wrapUp,
  } as const
  const outcome = await act(desk, person, row, event, isAllowed)
  if (!isProblem(outcome) || outcome.code === 'limited' || outcome.reason === 'parked')
    return outcome
  if (outcome.reason === 'chatEnded') return null
  const { hasEnded } = await sinceThen(desk, id, form.seq)
  return hasEnded ? null : alreadyOr(desk, id, form.seq, outcome)
}
