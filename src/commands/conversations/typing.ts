import { addressOf } from '../../../actors/address'
import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { actorOf, cachedRow, find } from './access'

type Keys = 'typing' | 'paused'

/** How often the keys of one person in one conversation are told of at most, ms. */
export const KEYS_MS = 2_000

/**
 * What was told of somebody's keys last, what came since that is another thing, how to tell, and
 * whether they still may.
 */
type Told = {
  what: Keys
  next: Keys | null
  publish: (what: Keys) => void
  mayStill: () => boolean
}

/** What each desk has told within the last `KEYS_MS`, by person and conversation. */
const toldBy = new WeakMap<Desk, Map<string, Told>>()

/**
 * Somebody types, or took it all away. Nothing is stored; it is gone if nobody looks. However often
 * a page says it, that somebody types goes on every `KEYS_MS` at most, and that they stopped once
 * after each: what comes in between is told after that, if it is another thing.
 */
export const typing = async (
  desk: Desk,
  person: Person,
  id: string,
  what: Keys = 'typing',
  isInside = false,
): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const told = toldOf(desk).get(keyOf(person, id))
  // They might a moment ago, and before it is told again that is asked again.
  if (told) return keep(told, what)
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  const keys = isInside ? may.watch : may.say
  if (!keys(person, row)) return null
  const actor = { ...actorOf(person, row), ...whose(person, isInside) }
  tell(desk, keyOf(person, id), {
    ...{ what, next: null },
    publish: (keys) =>
      desk.bus.publish([{ topic: addressOf('conversation', id), what: keys, ...actor }]),
    mayStill: () => keys(person, cachedRow(desk, id) ?? row),
  })
  return null
}

const whose = (person: Person, isInside: boolean) =>
  person.kind === 'staff' ? { agent: person.id, ...(isInside ? { inside: true } : {}) } : {}

/** They have said it: what their keys do now is news again. */
export const forgetKeys = (desk: Desk, person: Person, id: string): void =>
  void toldOf(desk).delete(keyOf(person, id))

const keep = (told: Told, what: Keys): null => {
  const stops = what === 'paused' && told.what === 'typing'
  told.next = what === told.what || stops ? null : what
  if (!stops) return null
  told.what = what
  told.publish(what)
  return null
}

const tell = (desk: Desk, key: string, told: Told): void => {
  const all = toldOf(desk)
  // Two that came together are one.
  if (all.has(key)) return
  all.set(key, told)
  told.publish(told.what)
  desk.clock.after(KEYS_MS, () => {
    if (all.get(key) !== told) return
    all.delete(key)
    if (told.next && told.mayStill()) tell(desk, key, { ...told, what: told.next, next: null })
  })
}

const keyOf = (person: Person, conversation: string): string => `${person.id} ${conversation}`

const toldOf = (desk: Desk): Map<string, Told> => {
  const all = toldBy.get(desk) ?? new Map<string, Told>()
  toldBy.set(desk, all)
  return all
}
