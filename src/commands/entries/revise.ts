import { z } from 'zod'
import { isForDesk } from '../../../actors/entry'
import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { filesOf } from '../../../actors/sent-files'
import type { Desk } from '../desk'
import { clientId, messageText } from '../input'
import { read } from '../input/read'
import { findMentions } from '../mentions/find'
import { type Changed, changeOwn } from './change'

export const revisionForm = z.strictObject({
  text: messageText,
  /** The sender's own id for this change: sent again, it is done already, whatever came after it. */
  client_id: clientId.optional(),
})

/**
 * Says otherwise what somebody said themselves, for some minutes. What it says already is done.
 * Problems: invalid `text`, and those of `changeOwn`.
 */
export const revise = async (
  desk: Desk,
  person: Person,
  id: string,
  entryId: string,
  input: unknown,
): Promise<Changed | Problem> => {
  const form = read(revisionForm, input)
  if (isProblem(form)) return form
  const { text, client_id } = form
  const own = client_id === undefined ? {} : { clientId: client_id }
  return changeOwn(desk, person, id, entryId, async (entry, row) => {
    if (entry.text === text) return null
    const mentions = isForDesk(entry.body) ? await findMentions(desk, row, text) : []
    const called = mentions.length > 0 ? { mentions } : {}
    return { type: 'revised', text, files: filesOf(entry.body), ...called, ...own }
  })
}
