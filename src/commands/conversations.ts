import { z } from 'zod'
import { addressOf } from '../../actors/address'
import { awaitsWords, type Entry, wordsGiven } from '../../actors/entry'
import { RATE_WINDOW, REOPEN_WINDOW } from '../../actors/limits'
import type { Person, Visitor } from '../../actors/people'
import { isProblem, Problem } from '../../actors/problem'
import type { ConversationRow } from '../../actors/summary'
import { may } from '../policies/may'
import { act, actorOf, find, memoryOf, refusal, rowAtHand, rowOf } from './acts'
import type { Desk, From } from './desk'
import { clientId, commentText, messageText, read } from './input'
import { choosable } from './office'
import { current, currentAtHand } from './visits'

const sayForm = z.strictObject({ text: messageText, client_id: clientId })
const digits = (pattern: RegExp) => z.string().regex(pattern).transform(Number)
const seenForm = z.strictObject({ up_to: z.union([z.int().min(1), digits(/^[1-9]\d{0,14}$/)]) })
const ratingForm = z.strictObject({
  /** A number, or the one digit of a form. */
  stars: z.union([z.int().min(1).max(5), digits(/^[1-5]$/)]),
  comment: commentText.default(''),
})

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
  const known = rowAtHand(desk, id)
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
  const known = currentAtHand(desk, visitor.id)
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

/**
 * How far somebody has read. Only ever moves forward; nothing to say about it is not a problem.
 * Problems: missing, limited.
 */
export const seen = async (
  desk: Desk,
  person: Person,
  id: string,
  upTo: number,
): Promise<null | Problem> => {
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!Number.isSafeInteger(upTo) || upTo < 1) return null
  if (person.kind === 'staff' && row.agent !== person.id) return null
  await desk.system.send(addressOf('conversation', id), {
    type: 'seen',
    at: desk.clock.now(),
    by: person.kind === 'visitor' ? 'visitor' : 'agent',
    upTo,
  })
  return null
}

/** The same, as a page without a socket says it. Problems: invalid (field), missing, limited. */
export const tellSeen = async (
  desk: Desk,
  person: Person,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(seenForm, input)
  return isProblem(form) ? form : seen(desk, person, id, form.up_to)
}

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

/**
 * Ends it. Ending what is ended already is done.
 * Problems: missing, forbidden `notYours`, conflict `notInThisState` | `parked`, limited.
 */
export const end = async (desk: Desk, person: Person, id: string): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  return act(desk, person, row, {
    type: 'ended',
    at: desk.clock.now(),
    ...actorOf(person, row),
    author: person.id,
  }).then((outcome) => (isProblem(outcome) && outcome.reason === 'chatEnded' ? null : outcome))
}

/**
 * Rates a closed conversation, 1 to 5 stars. Other stars take the place of those before, until it
 * is reopened, and keep the words. Who gave stars alone may add words, once. The same rating again
 * is done.
 * Problems: invalid (field), missing, conflict `chatOpen` | `ratingTwice` | `notInThisState` (too
 * long ago), limited, `parked`.
 */
export const rate = async (
  desk: Desk,
  person: Visitor,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(ratingForm, input)
  if (isProblem(form)) return form
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (row.stars === form.stars) return addWords(desk, person, row, form.comment)
  if (!may.rate(person, row)) return new Problem('conflict', 'chatOpen')
  const at = desk.clock.now()
  if (at - (row.closedAt ?? at) > RATE_WINDOW) return new Problem('conflict', 'notInThisState')
  const [newest] = await desk.store.transcripts.last(row.id, 1)
  const comment = form.comment || wordsGiven(newest)
  return act(desk, person, row, { type: 'rated', at, stars: form.stars, comment })
}

const addWords = async (
  desk: Desk,
  person: Visitor,
  row: ConversationRow,
  comment: string,
): Promise<null | Problem> => {
  const [newest] = await desk.store.transcripts.last(row.id, 1)
  if (comment === '' || comment === wordsGiven(newest)) return null
  if (!awaitsWords(newest)) return new Problem('conflict', 'ratingTwice')
  return act(desk, person, row, { type: 'commented', at: desk.clock.now(), comment })
}

/**
 * The visitor goes on with his closed conversation, his last one only.
 * Problems: missing, conflict `chatOpen` | `chatEnded` (too long ago), limited, `parked`.
 */
export const reopen = async (desk: Desk, person: Visitor, id: string): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!may.reopen(person, row)) return new Problem('conflict', 'chatOpen')
  const at = desk.clock.now()
  if (at - (row.closedAt ?? at) > REOPEN_WINDOW) return new Problem('conflict', 'chatEnded')
  if (!(await choosable(desk, row.department))) return new Problem('conflict', 'departmentUnknown')
  const visitor = addressOf('visitor', person.id)
  const resumed = await desk.system.send(visitor, { type: 'resumed', at, conversation: id })
  if (resumed.outcome === 'parked') return new Problem('conflict', 'parked')
  if (resumed.outcome === 'refused') {
    // He may not have heard yet that it ended; in any other conversation he stays.
    const { conversation } = await memoryOf(desk, 'visitor', person.id)
    if (conversation !== id) return new Problem('conflict', 'chatOpen')
  }
  return act(desk, person, row, { type: 'reopened', at, by: 'visitor', name: row.visitorName })
}
