import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import type { Entry } from '../../../actors/entry'
import type { Person, Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk, From } from '../desk'
import { clientId, messageText, read } from '../input'
import { cachedCurrent, current } from '../visitors/current'
import { actorOf, cachedRow, find, refusal, rowOf } from './access'

export const sayForm = z.strictObject({ text: messageText, client_id: clientId })

/** What was said; `repeat` when it had been said before this request. */
export type Said = { entry: Entry; repeat: boolean }

/**
 * Somebody writes in a conversation. Answers with the entry, also when the same `client_id` was
 * committed before. Durable when it answers.
 * Problems: missing, invalid, forbidden `notYours`, conflict `chatEnded` | `otherText` | `parked`,
 * limited.
 */
export const say = async (
  desk: Desk,
  person: Person,
  id: string,
  input: unknown,
  from: From,
): Promise<Said | Problem> => {
  const known = cachedRow(desk, id)
  // What is at hand may be from before somebody was let in.
  const row = known && may.watch(person, known) ? known : await find(desk, person, id)
  return isProblem(row) ? row : sayIn(desk, person, row, input, from)
}

/**
 * The visitor writes in the conversation he is in. The one at hand here may have been ended, and
 * another begun, through another node: then it is said in that one.
 * Problems: those of `say`; conflict `chatEnded` when he is in none.
 */
export const sayHere = async (
  desk: Desk,
  visitor: Visitor,
  input: unknown,
  from: From,
): Promise<Said | Problem> => {
  const known = cachedCurrent(desk, visitor.id)
  const said = known && (await sayIn(desk, visitor, known, input, from))
  if (said && !(isProblem(said) && said.reason === 'chatEnded')) return said
  const now = await current(desk, visitor.id)
  if (now && now.id !== known?.id) return sayIn(desk, visitor, now, input, from)
  return said ?? new Problem('conflict', 'chatEnded')
}

/** In a conversation this person was found to know of. */
const sayIn = async (
  desk: Desk,
  person: Person,
  row: ConversationRow,
  input: unknown,
  from: From,
): Promise<Said | Problem> => {
  const form = read(sayForm, input)
  if (isProblem(form)) return form
  const limited =
    (await desk.rate.spend('message', person.id)) ??
    (await desk.rate.spend('messageByAddress', from.address))
  if (limited) return limited
  if (!may.write(person)) return new Problem('forbidden', 'notAllowed')
  const sent = await desk.system.send(addressOf('conversation', row.id), {
    type: 'said',
    at: desk.clock.now(),
    ...actorOf(person, row),
    author: person.id,
    clientId: form.client_id,
    text: form.text,
  })
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome === 'refused') return refusal(person, await rowOf(desk, row.id))
  if (sent.outcome === 'repeat')
    return sent.entry.text === form.text && sent.entry.author === person.id
      ? { entry: sent.entry, repeat: true }
      : new Problem('conflict', 'otherText')
  const [entry] = sent.turn.entries
  return entry ? { entry, repeat: false } : new Problem('conflict', 'notInThisState')
}
