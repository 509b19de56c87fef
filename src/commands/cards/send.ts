import type { SentFile } from '../../../actors/entry'
import type { Person, Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { cardText, shapeOf } from '../../../actors/text/card'
import { actorOf } from '../conversations/access'
import { type Said, write } from '../conversations/write'
import type { Desk, From } from '../desk'
import { type FormPart, keepParts, tellingArrival } from '../files/send'
import { readCard } from './form'

/** What a form calls the image of a card, and how many it has. */
const IMAGE = { name: 'image', most: 1 }

/**
 * The same with an image that comes with the form, kept and cleaned as any file that is sent; without
 * the card nothing of it stays. Problems: those of `sendCard` and of `keepFile`, invalid `cardImageNotValid`.
 */
export const sendCardWithImage = (
  desk: Desk,
  person: Staff,
  row: ConversationRow,
  parts: AsyncIterable<FormPart>,
  from: From,
): Promise<Said | Problem> =>
  keepParts({ desk, person, row, parts, field: IMAGE }, async (input, files) => {
    if (files.some(({ type }) => !type.startsWith('image/')))
      return new Problem('unsupported', 'cardImageNotValid', { field: IMAGE.name })
    return tellingArrival(desk, files, input.client_id, () =>
      sendCard(desk, person, row, input, from, files),
    )
  })

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
  files: readonly SentFile[] = [],
): Promise<Said | Problem> => {
  const card = readCard(input, person.kind === 'visitor' ? 'visitor' : 'agent', files.length > 0)
  if (isProblem(card)) return card
  const { client_id, written_by, written_in } = input
  const written = { ...{ written_by, written_in }, text: cardText(card), client_id }
  return write(desk, person, row, written, from, {
    ...{ type: 'said', ...actorOf(person, row), card: shapeOf(card), files },
  })
}
