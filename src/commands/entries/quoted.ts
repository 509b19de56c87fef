import type { Quoted } from '../../../actors/entry'
import { isForDesk, isSaid } from '../../../actors/entry'
import type { Person } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { quoteOf } from '../../../actors/quote'
import type { Desk } from '../desk'

/**
 * What a message answers, for the entry that it becomes. What only colleagues see is answered among
 * them alone, and to a visitor it is not there. What was taken back meanwhile is answered all the same.
 * Problems: invalid `answers`.
 */
export const quotedBy = async (
  desk: Desk,
  conversation: string,
  answers: string | undefined,
  { person, isForAll }: { person: Person; isForAll: boolean },
): Promise<{ quoted?: Quoted } | Problem> => {
  if (answers === undefined) return {}
  const entry = await desk.store.transcripts.shown(conversation, answers)
  const wasSaid = entry && (isSaid(entry) || entry.body.kind === 'withdrawn')
  const isThere = wasSaid && (person.kind === 'staff' || !isForDesk(entry.body))
  if (!isThere) return new Problem('invalid', 'answersUnknown', { field: 'answers' })
  const quoted = quoteOf(entry)
  return isForAll && quoted.inside
    ? new Problem('invalid', 'answersInside', { field: 'answers' })
    : { quoted }
}
