import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { cardText, shapeOf } from '../../../actors/text/card'
import { actorOf } from '../conversations/access'
import { type Said, write } from '../conversations/write'
import type { Desk, From } from '../desk'
import { readCard } from './form'

/**
 * Puts a card into a conversation this person was found to know of: an agent any of them, a visitor
 * what their site has it show. Sent twice it is there once.
 * Problems: those of `write` and of `readCard`.
 */
export const sendCard = async (
  desk: Desk,
  person: Person,
  row: ConversationRow,
  input: Record<string, unknown>,
  from: From,
): Promise<Said | Problem> => {
  const card = readCard(input, person.kind === 'visitor' ? 'visitor' : 'agent')
  if (isProblem(card)) return card
  const { client_id, written_by, written_in } = input
  const written = { ...{ written_by, written_in }, text: cardText(card), client_id }
  return write(desk, person, row, written, from, {
    ...{ type: 'said', ...actorOf(person, row), card: shapeOf(card) },
  })
}
