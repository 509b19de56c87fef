import { awaitsWords } from '../../../actors/entry'
import { REOPEN_WINDOW } from '../../../actors/limits'
import { type ConversationRow, isOver } from '../../../actors/summary'
import type { Standing } from '../../../views/chat/standing'
import type { Store } from '../../store/store'
import type { Place } from './line'

/**
 * What stands beside its row: `place` is null outside the line, `here` says it of its agent;
 * `mayComment` that it was rated without a word.
 */
type Beside = { place: Place | null; here: boolean; stuck: boolean; mayComment: boolean }

/** Whether its visitor may add words to his stars. */
export const mayComment = async (
  { transcripts }: Pick<Store, 'transcripts'>,
  row: ConversationRow,
): Promise<boolean> => row.stars !== null && awaitsWords((await transcripts.last(row.id, 1)).at(0))

/** A conversation as its visitor may know it. */
export const standingOf = (
  row: ConversationRow,
  { place, here, stuck, mayComment }: Beside,
  now: number,
): Standing => {
  const agent = row.agent === null ? null : { id: row.agent, name: row.agentName }
  if (isOver(row)) {
    const mayContinue = now - (row.closedAt ?? 0) <= REOPEN_WINDOW
    return { state: 'ended', agent, mayContinue, stars: row.stars, mayComment }
  }
  if (stuck) return { state: 'stuck', agent }
  if (row.state === 'active' && agent) return { state: 'active', agent, here }
  if (row.state === 'left') return { state: 'left' }
  if (row.state === 'offered') return { state: 'ringing', since: row.waitingSince }
  const { place: nth, estimate } = place ?? { place: 1, estimate: null }
  return { state: 'waiting', since: row.waitingSince, place: nth, estimate }
}
