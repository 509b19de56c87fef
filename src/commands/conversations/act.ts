import { addressOf } from '../../../actors/address'
import type { ConversationPersonEvent } from '../../../actors/conversation/events'
import type { Person } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { type ConversationRow, isOver } from '../../../actors/summary'
import type { Desk } from '../desk'
import { rowOf } from './access'

/**
 * What a person does to a conversation they were found to know of, if they may. It counts in any
 * case, so that nobody tries for ever.
 */
export const act = async (
  desk: Desk,
  person: Person,
  row: ConversationRow,
  event: ConversationPersonEvent,
  isAllowed = true,
): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  if (!isAllowed) return refusal(person, row)
  const sent = await desk.system.send(addressOf('conversation', row.id), event)
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome === 'refused') return refusal(person, await rowOf(desk, row.id))
  return null
}

/** Why not: the sentence that fits what the conversation is now. */
export const refusal = (person: Person, row: ConversationRow | undefined): Problem => {
  if (!row) return new Problem('missing', 'missing')
  if (isOver(row)) return new Problem('conflict', 'chatEnded')
  if (person.kind === 'staff' && row.agent !== person.id)
    return new Problem('forbidden', 'notYours')
  return new Problem('conflict', 'notInThisState')
}
