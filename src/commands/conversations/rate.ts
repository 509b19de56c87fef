import { z } from 'zod'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { commentText, digits } from '../input'
import { read } from '../input/read'
import { contextOf, find } from './access'
import { act } from './act'

export const ratingForm = z.strictObject({
  /** A number, or the one digit of a form. */
  stars: z.union([z.int().min(1).max(5), digits(/^[1-5]$/)]),
  comment: commentText.default(''),
})

/**
 * Rates a closed conversation, 1 to 5 stars. Other stars take the place of those before, until it
 * is reopened, and keep the words. Who gave stars alone may add words, once. The same rating again
 * is done.
 * Problems: invalid (field), missing, conflict `chatOpen` | `neverAnswered` | `ratingTwice` |
 * `notInThisState` (too long ago), limited, `parked`.
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
  const given = row.commented ? await wordsOf(desk, id) : ''
  const comment = form.comment || given
  const isSame = row.stars === form.stars
  if (isSame && comment === given) return null
  if (isSame && row.commented) return new Problem('conflict', 'ratingTwice')
  const at = desk.clock.now()
  if (!isOver(row)) return new Problem('conflict', 'chatOpen')
  const { answered = true } = await contextOf(desk, 'conversation', id)
  if (!answered) return new Problem('conflict', 'neverAnswered')
  if (!may.rate(person, { ...row, answered }, at)) return new Problem('conflict', 'notInThisState')
  const commented = comment !== ''
  const event = { type: 'rated', at, stars: form.stars, comment, commented } as const
  const outcome = await act(desk, person, row, event)
  return isProblem(outcome) && outcome.reason === 'chatEnded'
    ? unlessGiven(desk, person, id, form.stars)
    : outcome
}

/** It was refused: the same may have been given a moment before, from another tab. */
const unlessGiven = async (
  desk: Desk,
  person: Visitor,
  id: string,
  stars: number,
): Promise<null | Problem> => {
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  return row.stars === stars ? null : new Problem('conflict', 'notInThisState')
}

/** The words that came with a rating: they are in its entry alone. */
const wordsOf = async (desk: Desk, id: string): Promise<string> => {
  const { rating } = await contextOf(desk, 'conversation', id)
  const entry = rating && (await desk.store.transcripts.shown(id, rating.entry))
  return entry?.text ?? ''
}
