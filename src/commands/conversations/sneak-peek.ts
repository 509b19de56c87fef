import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { holding } from '../../../actors/holds'
import { SNEAK_PEEK_CHARS } from '../../../actors/limits'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { read } from '../input/read'

/** Longer ones are no message. */
const LONGEST = 64 * 1024

export const sneakPeekForm = z.strictObject({ text: holding('words', z.string().max(LONGEST)) })

/** Where sneak peeks are shown. */
type Shows = { departments: { showsSneakPeeks(department: string): Promise<boolean> } }

/**
 * Shows to the agents of a department what a visitor has typed so far, where somebody who runs the
 * desk has allowed it. It is nowhere kept: whoever does not look sees nothing of it.
 * Problems: invalid, forbidden `notAllowed` where it is not allowed, limited.
 */
export const showSneakPeek = async (
  desk: Desk,
  { departments }: Shows,
  person: Visitor,
  row: ConversationRow,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(sneakPeekForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  if (!(await departments.showsSneakPeeks(row.department)))
    return new Problem('forbidden', 'notAllowed')
  if (!may.say(person, row)) return null
  const text = form.text.slice(-SNEAK_PEEK_CHARS).toWellFormed()
  const topic = addressOf('conversation', row.id)
  const shown = { name: row.visitorName, text: desk.masks.mask(text) }
  desk.bus.publish([{ topic, what: 'sneakPeek', by: 'visitor', ...shown }])
  return null
}
