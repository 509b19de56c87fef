import { z } from 'zod'
import type { Visitor } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import type { Desk } from '../desk'
import { email } from '../input'
import { read } from '../input/read'
import { nextLetter } from './next'
import { transcriptThread } from './threads'

/** How long after a conversation was mailed it is mailed again at the earliest, ms. */
const APART_MS = 5 * 60_000

export const mailTranscriptForm = z.strictObject({ email })

/**
 * A visitor wants their conversation by mail: all that is said until it goes. Asked for again within five
 * minutes for the same address is done. Answers the address.
 * Problems: invalid `emailNotValid`, limited.
 */
export const mailTranscript = async (
  desk: Desk,
  _person: Visitor,
  { id }: ConversationRow,
  input: unknown,
  from: { address: string; language: string },
): Promise<string | Problem> => {
  const form = read(mailTranscriptForm, input)
  if (isProblem(form)) return form
  const { letters } = desk.store
  const thread = transcriptThread(id)
  const last = await letters.lastOf(thread)
  const isAgain = last?.address === form.email.toLowerCase()
  if (last && isAgain && desk.clock.now() < last.at + APART_MS) return form.email
  const limited = await desk.rate.spend('transcript', from.address)
  if (limited) return limited
  const about = { kind: 'transcript', thread, about: id, address: form.email } as const
  await letters.write(nextLetter(desk.clock, last, { ...about, language: from.language }))
  return form.email
}
