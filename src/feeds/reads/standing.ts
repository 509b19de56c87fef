import { REOPEN_WINDOW } from '../../../actors/limits'
import { type ConversationRow, isOver } from '../../../actors/summary'
import type { Standing } from '../../../views/chat/standing'
import type { Place } from './line'

/** What stands beside its row: `place` is null outside the line, `here` says it of its agent. */
type Beside = { place: Place | null; here: boolean; stuck: boolean }

/** A conversation as its visitor may know it. */
export const standingOf = (
  row: ConversationRow,
  { place, here, stuck }: Beside,
  now: number,
): Standing => {
  const agent = row.agent === null ? null : { id: row.agent, name: row.agentName }
  if (isOver(row)) {
    const mayContinue = now - (row.closedAt ?? 0) <= REOPEN_WINDOW
    return { state: 'ended', agent, mayContinue, stars: row.stars }
  }
  if (stuck) return { state: 'stuck', agent }
  if (row.state === 'active' && agent) return { state: 'active', agent, here }
  if (row.state === 'left') return { state: 'left' }
  if (row.state === 'offered') return { state: 'ringing', since: row.waitingSince }
  const { place: nth, estimate } = place ?? { place: 1, estimate: null }
  return { state: 'waiting', since: row.waitingSince, place: nth, estimate }
}
