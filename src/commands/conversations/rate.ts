import { z } from 'zod'
import { awaitsWords, wordsGiven } from '../../../actors/entry'
import { RATE_WINDOW_MS } from '../../../actors/limits'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { commentText, digits, read } from '../input'
import { act, find } from './access'

export const ratingForm = z.strictObject({
  /** A number, or the one digit of a form. */
  stars: z.union([z.int().min(1).max(5), digits(/^[1-5]$/)]),
  comment: commentText.default(''),
})

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
  if (at - (row.closedAt ?? at) > RATE_WINDOW_MS) return new Problem('conflict', 'notInThisState')
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
