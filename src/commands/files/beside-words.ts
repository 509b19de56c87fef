import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { seenAt } from '../conversations/as-of'
import { replyForm } from '../conversations/reply-form'
import { read } from '../input/read'

/** What a colleague's composer has beside what is written in it; all else is left to who writes. */
const composerForm = replyForm
  .pick({ send_at: true, send_preset: true, seq: true, anyway: true, drafted: true })
  .loose()

/**
 * Takes from a form with files what the composer of colleagues has for messages: from when it is, and
 * that there is a draft of it. Problems: invalid `filesGoNow`, for files cannot wait for a time.
 */
export const besideWords = (person: Person, fields: Record<string, unknown>) => {
  if (person.kind !== 'staff') return { words: fields, seen: {}, isDrafted: false }
  const form = read(composerForm, fields)
  if (isProblem(form)) return form
  const { send_at: at = '', send_preset: preset = '', seq, anyway, drafted, ...words } = form
  if (`${at}${preset}`.trim() !== '') return new Problem('invalid', 'filesGoNow')
  return {
    words,
    seen: anyway === undefined ? seenAt(seq) : {},
    isDrafted: drafted !== undefined,
  }
}
