import { addressOf } from '../../../actors/address'
import type { AgentPersonEvent } from '../../../actors/agent/events'
import type { Staff } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import type { Desk } from '../desk'

/** What an agent does at their own actor, if they may. It counts in any case, so that nobody tries for ever. */
export const send = async (
  desk: Desk,
  person: Staff,
  event: AgentPersonEvent,
  isAllowed = true,
): Promise<null | 'refused' | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  if (!isAllowed) return 'refused'
  const sent = await desk.system.send(addressOf('agent', person.id), event)
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  return sent.outcome === 'refused' ? 'refused' : null
}
