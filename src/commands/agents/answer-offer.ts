import { z } from 'zod'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import { find } from '../conversations/access'
import type { Desk } from '../desk'
import { digits } from '../input'
import { read } from '../input/read'
import { send } from './send'

/** Which offer was before somebody when they answered, which pages send and programs may. */
export const offerForm = z.object({
  offer: z.union([z.int().min(0), digits(/^\d{1,15}$/)]).optional(),
})

/**
 * Takes a ringing conversation. Problems: invalid `offer`, missing, conflict `alreadyTaken` |
 * `already` (it rings anew since) | `parked`, limited.
 */
export const accept = (desk: Desk, person: Staff, id: string, input: unknown = {}) =>
  answer(desk, person, id, 'accepted', input)

/** Lets a ringing conversation go to somebody else. Problems: those of `accept`. */
export const decline = (desk: Desk, person: Staff, id: string, input: unknown = {}) =>
  answer(desk, person, id, 'declined', input)

const answer = async (
  desk: Desk,
  person: Staff,
  id: string,
  type: 'accepted' | 'declined',
  input: unknown,
): Promise<null | Problem> => {
  const form = read(offerForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const seen = form.offer === undefined ? {} : { claim: form.offer }
  const event = { type, at: desk.clock.now(), conversation: id, ...seen } as const
  const sent = await send(desk, person, event, may.answerOffer(person, row))
  if (sent !== 'refused') return sent
  if (row.offeredTo === person.id && form.offer !== undefined)
    return new Problem('conflict', 'already')
  return row.agent === person.id && type === 'accepted' ? null : alreadyTaken(row)
}

export const alreadyTaken = ({ state, agentName }: ConversationRow) =>
  new Problem('conflict', 'alreadyTaken', { values: { name: state === 'active' ? agentName : '' } })
