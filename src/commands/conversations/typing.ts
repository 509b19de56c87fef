import { addressOf } from '../../../actors/address'
import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { actorOf, find } from './access'

/** Somebody types, or took it all away. Nothing is stored; it is gone if nobody looks. */
export const typing = async (
  desk: Desk,
  person: Person,
  id: string,
  what: 'typing' | 'paused' = 'typing',
): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!may.say(person, row)) return null
  desk.bus.publish([{ topic: addressOf('conversation', id), what, ...actorOf(person, row) }])
  return null
}
