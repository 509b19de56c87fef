import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { holding } from '../../../actors/holds'
import { SHOWN_DRAFT } from '../../../actors/limits'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { read } from '../input/read'

/** Longer ones are no message. */
const LONGEST = 64 * 1024

export const shownDraftForm = z.strictObject({ text: holding('words', z.string().max(LONGEST)) })

/** Where drafts are shown. */
type Shows = { departments: { showsDrafts(department: string): Promise<boolean> } }

/**
 * Shows to the agents of a department what a visitor has typed so far, where somebody who runs the
 * desk has allowed it. It is nowhere kept: whoever does not look sees nothing of it.
 * Problems: invalid, forbidden `notAllowed` where it is not allowed, limited.
 */
export const showDraft = async (
  desk: Desk,
  { departments }: Shows,
  person: Visitor,
  row: ConversationRow,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(shownDraftForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  if (!(await departments.showsDrafts(row.department)))
    return new Problem('forbidden', 'notAllowed')
  if (!may.say(person, row)) return null
  const text = form.text.slice(-SHOWN_DRAFT).toWellFormed()
  const topic = addressOf('conversation', row.id)
  desk.bus.publish([{ topic, what: 'drafting', by: 'visitor', name: row.visitorName, text }])
  return null
}
