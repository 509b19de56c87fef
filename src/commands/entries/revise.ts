import { z } from 'zod'
import type { Person } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { filesOf } from '../../../actors/sent-files'
import type { Desk } from '../desk'
import { messageText } from '../input'
import { read } from '../input/read'
import { type Changed, changeOwn } from './change'

export const revisionForm = z.strictObject({ text: messageText })

/**
 * Says otherwise what somebody said themselves, for some minutes. What it says already is done.
 * Problems: invalid `text`, and those of `changeOwn`.
 */
export const revise = async (
  desk: Desk,
  person: Person,
  id: string,
  clientId: string,
  input: unknown,
): Promise<Changed | Problem> => {
  const form = read(revisionForm, input)
  if (isProblem(form)) return form
  const { text } = form
  return changeOwn(desk, person, id, clientId, (entry) =>
    entry.text === text ? null : { type: 'revised', text, files: filesOf(entry.body) },
  )
}
