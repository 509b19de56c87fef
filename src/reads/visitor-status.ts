import { canRate, canReopen } from '../../actors/conversation/rights'
import { type ConversationRow, isOver } from '../../actors/summary'
import type { VisitorStatus } from '../../views/chat/visitor-status'
import type { Language } from '../../views/words/language'
import type { Answering } from '../store/ports/conversations'
import type { Place } from './place'
import type { Waiting } from './queue'
import type { Reads } from './reads'

/** A conversation, whether it was answered, and since when its visitor waits for that. */
type Chat = ConversationRow & Answering

/** What its row does not hold. `place` is null for one that does not wait; `here`: its agent is. */
type Surroundings = { place: Place | null; here: boolean; stuck: boolean }

/**
 * All that stands around a visitor's transcript, for the page and for its feed; `until` is when it
 * is over though nothing rings, ms UTC. `waiting` is the page that follows the line, if one does.
 */
export const readChat = async (reads: Reads, row: Chat, language: Language, waiting?: Waiting) => {
  const [place, here, department, fileLimits, isShown] = await Promise.all([
    isInLine(row) ? reads.lines.placeOf(row, waiting) : null,
    row.agent !== null && reads.agentPresence.isHere(row.agent),
    reads.departments.visitorLabel(row.department, language),
    reads.departments.visitorFileLimits(row.department),
    reads.departments.showsSneakPeeks(row.department),
  ])
  const surroundings = { place, here, stuck: reads.isParked(row.id) }
  const shown = visitorStatus(row, surroundings, reads.clock.now())
  const status = await completed(reads, row, shown)
  const hopes = row.state === 'left' && status.state === 'waiting'
  return {
    ...{ status, department, conversation: row.id, name: row.visitorName, fileLimits },
    isShown,
    until: hopes ? promisedUntil(row, place) : Number.POSITIVE_INFINITY,
  }
}

/** What the store knows beside the row. */
const completed = async (reads: Reads, row: Chat, shown: VisitorStatus): Promise<VisitorStatus> => {
  if (shown.state === 'ended') return continued(reads, row, shown)
  if (shown.state !== 'left' || !shown.asks) return shown
  return { ...shown, email: (await reads.store.visitors.find(row.visitor))?.email ?? '' }
}

type EndedStatus = Extract<VisitorStatus, { state: 'ended' }>

/** It goes on in its department only. */
const continued = async (
  reads: Reads,
  row: ConversationRow,
  status: EndedStatus,
): Promise<EndedStatus> => {
  const mayContinue = status.mayContinue && (await reads.departments.canBeChosen(row.department))
  const remarks = await reads.departments.remarks(row.department)
  return { ...status, mayContinue, ...(status.mayRate ? { remarks } : {}) }
}

/** A conversation as its visitor may know it. */
export const visitorStatus = (
  row: Chat,
  { place, here, stuck }: Surroundings,
  now: number,
): VisitorStatus => {
  const agent = row.agent === null ? null : { id: row.agent, name: row.agentName }
  if (isOver(row)) {
    const [mayContinue, mayRate] = [canReopen(row, now), canRate(row, now)]
    const mayComment = mayRate && row.stars !== null && !row.commented
    return { state: 'ended', agent, mayContinue, mayRate, mayComment, stars: row.stars }
  }
  if (stuck) return { state: 'stuck', agent }
  if (row.state === 'active' && agent) return { state: 'active', agent, here }
  const since = row.unansweredSince ?? row.waitingSince
  if (row.state === 'offered') return { state: 'ringing', since }
  const helped = row.agentName !== ''
  const told = row.state === 'left' && !helped
  if (isLeft(row, place ?? unknown, now))
    return {
      ...{ state: 'left', told, helped, asks: asksOf(row, place ?? unknown) },
      ...(place?.shut ? { shut: place.shut } : {}),
    }
  const { place: nth, estimate } = place ?? unknown
  return { state: 'waiting', since, place: nth, estimate }
}

/** What its visitor may do about it that nobody comes. */
const asksOf = (row: ConversationRow, { staffed }: Pick<Place, 'staffed'>) => {
  if (row.messageLeft || row.agentName !== '') return null
  return staffed ? 'both' : 'message'
}

/** Its line has not yet heard of it. */
const unknown: Place = { place: 1, estimate: null, staffed: true, patience: 0, shut: null }

/**
 * Whether one that stands in the line counts as a message that was left, for its visitor and on the
 * workbench: nobody is on duty there, or its visitor was told that nobody came in time and nobody
 * has since.
 */
export const isLeft = (
  row: Pick<ConversationRow, 'state' | 'waitingSince'>,
  place: Pick<Place, 'staffed' | 'patience'>,
  now: number,
): boolean => !place.staffed || (row.state === 'left' && now >= promisedUntil(row, place))

/** Deadline of the department's patience, counted from the start of this wait, ms UTC. */
export const promisedUntil = (
  { waitingSince }: Pick<ConversationRow, 'waitingSince'>,
  place: Pick<Place, 'patience'> | null,
): number => waitingSince + (place?.patience ?? 0)

/** Whether it stands in the line, and has a place there. */
export const isInLine = ({ state }: Pick<ConversationRow, 'state'>): boolean =>
  state === 'waiting' || state === 'left'
