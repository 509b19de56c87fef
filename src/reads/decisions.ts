import { noticeOf } from '../../actors/entry'
import type { Reason } from '../../views/workbench/decisions/list'
import { namesOf } from './department-names'
import type { Reads } from './reads'

/** Changes of hands that are looked for, newest first. */
const NOTICES = 100

/**
 * Why a conversation is with whom it is, newest first: each choice of the line, and each time that
 * it came to somebody otherwise.
 */
export const readDecisions = async (
  reads: Pick<Reads, 'store' | 'departments'>,
  conversation: string,
): Promise<{ reasons: Reason[]; departments: Readonly<Record<string, string>> }> => {
  const [decisions, told, departments] = await Promise.all([
    reads.store.turns.decisions(conversation),
    reads.store.transcripts.notices(conversation, NOTICES),
    namesOf(reads),
  ])
  const handed = told.flatMap((entry): Reason[] => {
    const notice = noticeOf(entry)
    const isByHand = notice?.code === 'assigned' && notice.why.how !== 'chosen'
    const isPassedOn = notice?.code === 'transferred' || notice?.code === 'requeued'
    return notice && (isByHand || isPassedOn) ? [{ at: entry.at, notice }] : []
  })
  const chosen = decisions.map((decision): Reason => ({ at: decision.at, decision }))
  // Of one moment the line's choice comes first, and what it led to stands above it.
  return { reasons: [...handed, ...chosen.reverse()].sort((a, b) => b.at - a.at), departments }
}
