import { addressOf } from '../../../actors/address'
import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { cachedContext, findToAct } from '../conversations/access'
import { seenForm } from '../conversations/seen'
import type { Desk } from '../desk'
import { read } from '../input/read'

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

/**
 * The same, as their page says it of what comes while it is open. Problems: invalid (field), missing, limited.
 */
export const tellMentionsSeen = async (
  desk: Desk,
  person: Person,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(seenForm, input)
  if (isProblem(form)) return form
  const row = await findToAct(desk, person, id)
  if (isProblem(row)) return row
  await seeMentions(desk, person, row, form.up_to)
  return null
}
