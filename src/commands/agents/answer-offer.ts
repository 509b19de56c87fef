import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import { find } from '../conversations/access'
import type { Desk } from '../desk'
import { send } from './send'

/** Takes a ringing conversation. Problems: missing, conflict `alreadyTaken` | `parked`, limited. */
export const accept = (desk: Desk, person: Staff, id: string) =>
  answer(desk, person, id, 'accepted')

/** Lets a ringing conversation go to somebody else. Problems: those of `accept`. */
export const decline = (desk: Desk, person: Staff, id: string) =>
  answer(desk, person, id, 'declined')

const answer = async (
  desk: Desk,
  person: Staff,
  id: string,
  type: 'accepted' | 'declined',
): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const event = { type, at: desk.clock.now(), conversation: id } as const
  const sent = await send(desk, person, event, may.answerOffer(person, row))
  if (sent !== 'refused') return sent
  return row.agent === person.id && type === 'accepted' ? null : alreadyTaken(row)
}

export const alreadyTaken = ({ state, agentName }: ConversationRow) =>
  new Problem('conflict', 'alreadyTaken', { values: { name: state === 'active' ? agentName : '' } })
