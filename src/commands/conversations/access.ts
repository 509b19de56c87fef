import { addressOf, type Kind } from '../../../actors/address'
import type { Person } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import type { ContextOf } from '../../../actors/registry'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Answering } from '../../store/ports/conversations'
import type { Desk } from '../desk'
import { uuid } from '../input'

/** The row if this person may know of it; foreign and missing look the same. */
export const find = async (
  desk: Desk,
  person: Person,
  id: string,
): Promise<ConversationRow | Problem> => {
  const row = uuid.safeParse(id).success ? await rowOf(desk, id) : undefined
  return row && may.watch(person, row) ? row : new Problem('missing', 'missing')
}

/** The same for who is about to do something, which they may not do too often. Problems: limited, missing. */
export const findToAct = async (
  desk: Desk,
  person: Person,
  id: string,
): Promise<ConversationRow | Problem> =>
  (await desk.rate.spend('act', person.id)) ?? find(desk, person, id)

/** The conversation's row out of its newest snapshot, which this node mostly has at hand. */
export const rowOf = async (desk: Desk, id: string): Promise<ConversationRow | undefined> => {
  const address = addressOf('conversation', id)
  const known = await desk.system.current(address)
  if (known) return known.row
  // What cannot go on is still known to its people, who are told so when they try.
  return desk.system.isParked(address) ? desk.store.conversations.find(id) : undefined
}

/**
 * The row this node has at hand, which another node may have gone past; undefined when it has
 * none. Enough for what the conversation's own turn decides again, and asks the store nothing.
 */
export const cachedRow = (desk: Desk, id: string): ConversationRow | undefined =>
  desk.system.cached(addressOf('conversation', id))?.row

/** What an actor remembers; nothing of one that took no turn yet, or is parked. */
export const contextOf = async <K extends Kind>(
  desk: Desk,
  kind: K,
  id: string,
): Promise<Partial<ContextOf<K>>> =>
  (await desk.system.current<K>(addressOf(kind, id)))?.context ?? {}

/** The same as this node has it at hand; undefined when it has nothing. */
export const cachedContext = <K extends Kind>(
  desk: Desk,
  kind: K,
  id: string,
): ContextOf<K> | undefined => desk.system.cached<K>(addressOf(kind, id))?.context

/**
 * Whether its visitor was answered and waits for an answer, as this node has it at hand. Of one
 * that it has not, nothing is claimed.
 */
export const answeringOf = (desk: Desk, id: string): Answering => {
  const { unansweredSince = null, answered = true } = cachedContext(desk, 'conversation', id) ?? {}
  return { unansweredSince, answered }
}

/** Seq of a conversation's newest entry, out of its newest snapshot; 0 when it is not to be had. */
export const newestOf = async (desk: Desk, id: string): Promise<number> =>
  (await contextOf(desk, 'conversation', id)).lastSeq ?? 0

/** As whom somebody acts in a conversation: a visitor under the name it knows them by. */
export const actorOf = (person: Person, row: ConversationRow) =>
  person.kind === 'visitor'
    ? ({ by: 'visitor', name: row.visitorName } as const)
    : ({ by: 'agent', name: person.name } as const)

/** As it stands in an event: said only where staff act on what they do not hold. */
export const leading = (person: Person, row: ConversationRow): { lead?: true } =>
  person.kind === 'staff' && row.agent !== person.id ? { lead: true } : {}
