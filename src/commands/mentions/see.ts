import { addressOf } from '../../../actors/address'
import type { Person } from '../../../actors/people'
import type { ConversationRow } from '../../../actors/summary'
import { cachedContext } from '../conversations/access'
import type { Desk } from '../desk'

/**
 * Somebody has before them what was written up to a seq in a conversation they may see: what calls them
 * there is news no more, nor is it where it came from.
 */
export const seeMentions = async (
  desk: Desk,
  person: Person,
  { id }: ConversationRow,
  upTo: number,
): Promise<void> => {
  if (person.kind !== 'staff') return
  const { merges = [] } = cachedContext(desk, 'conversation', id) ?? {}
  const came = merges.filter(({ first }) => first <= upTo)
  const seen = await Promise.all([
    desk.store.mentions.see(person.id, id, upTo),
    ...came.map(({ from, first }) => desk.store.mentions.see(person.id, from, upTo - first + 1)),
  ])
  if (seen.some(Boolean))
    desk.bus.publish([
      { topic: addressOf('agent', person.id), what: 'mentioned', conversation: id },
    ])
}
