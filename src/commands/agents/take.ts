import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { type ConversationRow, isOver } from '../../../actors/summary'
import { may } from '../../policies/may'
import { find } from '../conversations/access'
import { seenAt, sinceThen } from '../conversations/as-of'
import type { Desk } from '../desk'
import { accept, alreadyTaken } from './answer-offer'
import { send } from './send'

/**
 * Takes a conversation from the line, or goes on with a closed one. Two who take it at once:
 * one has it, the other is free of it again. `seq` is the newest line they saw of it, `by` the colleague
 * who gives it to them.
 * Problems: missing, conflict `alreadyTaken` | `already` (it changed hands or ended since) | `goOnDuty` | `atCapacity` | `notInThisState` (its
 * visitor talks elsewhere by now), forbidden `notAllowed`, limited, `parked`.
 */
export const take = async (
  desk: Desk,
  person: Staff,
  id: string,
  seq?: number,
  by?: string,
): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (row.state === 'active' && row.agent === person.id) return null
  if (row.offeredTo === person.id) return accept(desk, person, id)
  if (row.mergedInto !== null) return new Problem('conflict', 'mergedAlready')
  if (!may.take(person, row)) return alreadyTaken(row)
  if ((await sinceThen(desk, id, seq)).hasMoved) return new Problem('conflict', 'already')
  if (isOver(row) && (await talksElsewhere(desk, row)))
    return new Problem('conflict', 'notInThisState')
  const given = by === undefined ? {} : { by }
  const at = desk.clock.now()
  const event = { type: 'took', at, conversation: id, ...given, ...seenAt(seq) } as const
  const sent = await send(desk, person, event)
  return sent === 'refused' ? whyNotTaken(desk, person) : sent
}

/** Why their own turn did not let them take one. */
export const whyNotTaken = async (desk: Desk, person: Staff): Promise<Problem> => {
  const agent = await desk.store.agents.find(person.id)
  if (!agent) return new Problem('conflict', 'goOnDuty')
  if (!agent.mayReply) return new Problem('forbidden', 'notAllowed')
  if (agent.status === 'off') return new Problem('conflict', 'goOnDuty')
  return new Problem('conflict', 'atCapacity', { values: { capacity: agent.settings.capacity } })
}

/** A visitor has one conversation at a time: they would not see what is written in another. */
const talksElsewhere = async (desk: Desk, row: ConversationRow): Promise<boolean> => {
  const visitor = await desk.store.visitors.find(row.visitor)
  return visitor?.talking === true && visitor.conversation !== row.id
}
