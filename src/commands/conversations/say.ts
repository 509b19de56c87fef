import type { Person, Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk, From } from '../desk'
import { cachedCurrent, current } from '../visitors/current'
import { actorOf, cachedRow, find } from './access'
import { type Said, write } from './write'

/**
 * Somebody writes in a conversation. Answers with the entry, also when the same `client_id` was
 * committed before. Durable when it answers.
 * Problems: missing, invalid, forbidden `notYours`, conflict `chatEnded` | `otherText` |
 * `otherAuthor` | `parked`, limited.
 */
export const say = async (
  desk: Desk,
  person: Person,
  id: string,
  input: unknown,
  from: From,
): Promise<Said | Problem> => {
  const row = await rowToWriteIn(desk, person, id)
  return isProblem(row) ? row : sayIn(desk, person, row, input, from)
}

/** The conversation as far as it takes to write in it: its own turn decides again. */
export const rowToWriteIn = async (
  desk: Desk,
  person: Person,
  id: string,
): Promise<ConversationRow | Problem> => {
  const known = cachedRow(desk, id)
  // What is at hand may be from before somebody was let in.
  return known && may.watch(person, known) ? known : find(desk, person, id)
}

/**
 * The visitor writes in the conversation they are in. The one at hand here may have been ended, and
 * another begun, through another node: then it is said in that one. What names the conversation it
 * was written for is said there or not at all.
 * Problems: those of `say`; conflict `chatEnded` when they are in none, `otherAuthor` when the one
 * that is named is not theirs.
 */
export const sayHere = async (
  desk: Desk,
  visitor: Visitor,
  input: unknown,
  from: From,
): Promise<Said | Problem> => {
  const named = writtenIn(input)
  if (named !== undefined) {
    const said = await say(desk, visitor, named, input, from)
    const isTheirs = !(isProblem(said) && said.code === 'missing')
    return isTheirs ? said : new Problem('conflict', 'otherAuthor')
  }
  const known = cachedCurrent(desk, visitor.id)
  const said = known && (await sayIn(desk, visitor, known, input, from))
  if (said && !(isProblem(said) && said.reason === 'chatEnded')) return said
  const now = await current(desk, visitor.id)
  if (now && now.id !== known?.id) return sayIn(desk, visitor, now, input, from)
  return said ?? new Problem('conflict', 'chatEnded')
}

const writtenIn = (input: unknown): string | undefined => {
  const named = (input as { written_in?: unknown } | null)?.written_in
  return typeof named === 'string' ? named : undefined
}

/** In a conversation this person was found to know of. */
export const sayIn = (
  desk: Desk,
  person: Person,
  row: ConversationRow,
  input: unknown,
  from: From,
  seen: { asOf?: number } = {},
): Promise<Said | Problem> =>
  write(desk, person, row, input, from, { type: 'said', ...actorOf(person, row), ...seen })
