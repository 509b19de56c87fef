import { z } from 'zod'
import { departmentSettings, fittingRemarks, remarksOf } from '../../../actors/department/settings'
import { isDeepEqual } from '../../../actors/equal'
import { holding } from '../../../actors/holds'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { isOver } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { commentText, digits } from '../input'
import { read } from '../input/read'
import { contextOf, find } from './access'
import { act } from './act'

/** What there is to press in both languages together. */
const MOST_TAGS = 48

export const ratingForm = z.strictObject({
  /** A number, or the one digit of a form. */
  stars: z.union([z.int().min(1).max(5), digits(/^[1-5]$/)]),
  comment: commentText.default(''),
  /** What they pressed beside the stars: one, or several. */
  tags: holding('value', z.union([z.string().transform((tag) => [tag]), z.array(z.string())]))
    .pipe(z.array(z.string().max(200)).max(MOST_TAGS))
    .default([]),
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
  const pressed = await pressedOf(desk, row.department, form)
  if (isProblem(pressed)) return pressed
  const given = row.commented ? await wordsOf(desk, id) : ''
  const comment = form.comment || given
  const known = (await contextOf(desk, 'conversation', id)).rating?.remarks ?? []
  // Who presses nothing says nothing otherwise, but with other stars begins anew.
  const remarks = pressed.length > 0 || row.stars !== form.stars ? pressed : known
  const isSame = row.stars === form.stars && isDeepEqual(remarks, known)
  if (isSame && comment === given) return null
  if (isSame && row.commented) return new Problem('conflict', 'ratingTwice')
  const at = desk.clock.now()
  if (!isOver(row)) return new Problem('conflict', 'chatOpen')
  const { answered = true } = await contextOf(desk, 'conversation', id)
  if (!answered) return new Problem('conflict', 'neverAnswered')
  if (!may.rate(person, { ...row, answered }, at)) return new Problem('conflict', 'notInThisState')
  const commented = comment !== ''
  const event = { type: 'rated', at, stars: form.stars, comment, commented } as const
  const rated = remarks.length > 0 ? { ...event, remarks } : event
  const outcome = await act(desk, person, row, rated)
  return isProblem(outcome) && outcome.reason === 'chatEnded'
    ? unlessGiven(desk, person, id, form.stars)
    : outcome
}

/** What they pressed, as far as it goes with the stars, in the order it stands in the office. */
const pressedOf = async (
  desk: Desk,
  department: string,
  { stars, tags }: { stars: number; tags: readonly string[] },
): Promise<readonly string[] | Problem> => {
  if (tags.length === 0) return []
  const { settings } = (await desk.store.departments.find(department)) ?? {}
  const all = Object.values(remarksOf(settings ?? departmentSettings.initial))
  const isKnown = (tag: string) =>
    all.some(({ praise, blame }) => praise.includes(tag) || blame.includes(tag))
  if (!tags.every(isKnown)) return new Problem('invalid', 'remarkUnknown', { field: 'tags' })
  const fitting = new Set(all.flatMap((each) => fittingRemarks(each, stars)))
  return [...fitting].filter((tag) => tags.includes(tag))
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
  const entry = rating && (await desk.unmasked.transcripts.shown(id, rating.entry))
  return entry?.text ?? ''
}
