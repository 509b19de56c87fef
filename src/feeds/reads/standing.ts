import { awaitsWords } from '../../../actors/entry'
import { REOPEN_WINDOW } from '../../../actors/limits'
import { type ConversationRow, isOver } from '../../../actors/summary'
import type { Standing } from '../../../views/chat/standing'
import type { Store } from '../../store/store'
import type { Place } from './line'

/**
 * What stands beside its row: `place` is null for one that does not wait, `here` says it of its
 * agent, `mayComment` that it was rated without a word.
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
  if (row.state === 'offered') return { state: 'ringing', since: row.waitingSince }
  const helped = row.agentName !== ''
  const told = row.state === 'left'
  const isOverdue = told && now >= promisedUntil(row, place)
  if (isOverdue || place?.attended === false)
    return { state: 'left', told: told && !helped, helped }
  const { place: nth, estimate } = place ?? { place: 1, estimate: null }
  return { state: 'waiting', since: row.waitingSince, place: nth, estimate }
}

/**
 * Until when somebody is promised to one that waits. Who left a message since nobody was there
 * waits like all others when somebody is there again in that time.
 */
export const promisedUntil = (
  { waitingSince }: Pick<ConversationRow, 'waitingSince'>,
  place: Pick<Place, 'patience'> | null,
): number => waitingSince + (place?.patience ?? 0)

/** Whether it stands in the line, and has a place there. */
export const isInLine = ({ state }: Pick<ConversationRow, 'state'>): boolean =>
  state === 'waiting' || state === 'left'
