import { z } from 'zod'
import {
  hasChangedSince as hasBesideSince,
  hasEndedSince,
  hasMovedSince,
} from '../../../actors/conversation/rights'
import { Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { digits } from '../input'
import { contextOf } from './access'

/**
 * The newest line that was before somebody when they pressed a button, which pages send and programs
 * may: what comes late is then not done to a state that nobody looked at.
 */
export const seqField = z.union([z.int().min(0), digits(/^\d{1,15}$/)]).optional()

/** The form of a button that needs nothing else. */
export const seqForm = z.object({ seq: seqField })

/** As it stands in an event: left out where nobody said. */
export const seenAt = (seq: number | undefined) => (seq === undefined ? {} : { asOf: seq })

/**
 * Why it was not done: what somebody looked at when they pressed is no more, whoever did it; else what
 * it was refused for.
 */
export const alreadyOr = async (
  desk: Desk,
  id: string,
  seq: number | undefined,
  refusal: Problem,
): Promise<Problem> =>
  refusal.code !== 'limited' && (await sinceThen(desk, id, seq)).hasMoved
    ? new Problem('conflict', 'already')
    : refusal

/** What has been done with a conversation since a line, as its newest snapshot knows. */
export const sinceThen = async (desk: Desk, id: string, seq: number | undefined) => {
  const { movedSeq = 0, endedSeq = 0 } = await contextOf(desk, 'conversation', id)
  const moves = { movedSeq, endedSeq }
  return { hasMoved: hasMovedSince(moves, seq), hasEnded: hasEndedSince(moves, seq) }
}

/** Whether it has moved since, or colleagues have done what this event says since. */
export const hasChangedSince = async (
  desk: Desk,
  id: string,
  event: string,
  seq: number | undefined,
): Promise<boolean> => {
  const { movedSeq = 0, endedSeq = 0, besideSeqs = {} } = await contextOf(desk, 'conversation', id)
  return hasBesideSince({ movedSeq, endedSeq, besideSeqs }, event, seq)
}
