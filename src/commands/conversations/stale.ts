import { hasColleagueWritten } from '../../../actors/conversation/rights'
import type { Person } from '../../../actors/people'
import type { Desk } from '../desk'
import { contextOf } from './access'

/** Whether a colleague wrote, or got it, after the newest line that its writer says was before them. */
export const isStale = async (
  desk: Desk,
  person: Person,
  id: string,
  asOf: number | undefined,
): Promise<boolean> => {
  if (asOf === undefined) return false
  const { movedSeq = 0, endedSeq = 0, deskWriters = [] } = await contextOf(desk, 'conversation', id)
  return hasColleagueWritten({ movedSeq, endedSeq, deskWriters }, person.id, asOf)
}
