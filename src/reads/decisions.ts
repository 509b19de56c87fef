import type { Candidate, Decision } from '../../actors/decision'
import { type Notice, noticeOf } from '../../actors/entry'
import type { Reason } from '../../views/workbench/decisions/list'
import { namesOf } from './department-names'
import type { Reads } from './reads'

/** Changes of hands that are looked for, newest first. */
const NOTICES = 100

/** What tells of hands: who accepted, declined or let it ring, who took it, gave it or kept it. */
const ofHands: ReadonlySet<Notice['code']> = new Set([
  ...(['assigned', 'passed', 'requeued', 'reopened'] as const),
  ...(['transferred', 'stayed'] as const),
])

/** Of a large floor not every name is kept with a choice: those people are called as they are now. */
const withNames = async (
  { store }: Pick<Reads, 'store'>,
  decisions: readonly Decision[],
): Promise<readonly Decision[]> => {
  const isNameless = ({ name }: Candidate) => name === ''
  if (!decisions.some(({ candidates }) => candidates.some(isNameless))) return decisions
  const names = new Map((await store.agents.all()).map(({ id, name }) => [id, name]))
  return decisions.map((decision) => ({
    ...decision,
    candidates: decision.candidates.map((one) =>
      isNameless(one) ? { ...one, name: names.get(one.agent) ?? '' } : one,
    ),
  }))
}

/**
 * Why a conversation is with whom it is, newest first: each choice of the line, and what everybody did
 * to whom it was offered or who had it.
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
    if (!notice || !ofHands.has(notice.code)) return []
    // In the transcript one line tells how often it rang; here each time it did is told by itself.
    const once = notice.code === 'passed' ? { ...notice, times: 1 } : notice
    return [{ at: entry.at, notice: once }]
  })
  const named = await withNames(reads, decisions)
  const chosen = named.map((decision): Reason => ({ at: decision.at, decision }))
  // Of one moment the line's choice comes first, and what it led to stands above it.
  return { reasons: [...handed, ...chosen.reverse()].sort((a, b) => b.at - a.at), departments }
}
