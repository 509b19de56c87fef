import { nameOf } from '../../actors/chart/event-name'
import { aspectOf } from '../../actors/conversation/aspects'
import type { AnyEvent } from '../../actors/events'
import type { Author, JournalLine } from '../../views/office/statechart/moment'
import type { JournalRow } from '../store/ports/turns'

/** What nobody but a visitor does, and what only an agent's own word says. */
const byVisitor: ReadonlySet<string> = new Set(['opened', 'waitedOn', 'leftMessage', 'rated'])
const byAgent: ReadonlySet<string> = new Set([
  ...['readied', 'paused', 'signedOff', 'appeared', 'vanished', 'accepted', 'declined', 'took'],
  ...['assigned', 'passed', 'returned'],
])
/** In these the name is that of somebody or something else. */
const namingOthers: ReadonlySet<string> = new Set([
  ...['hired', 'changed', 'created', 'renamed', 'visitorNamed', 'offered', 'claimed'],
])

export const lineOf = ({ version, at, event, rejected }: JournalRow): JournalLine => ({
  ...{ version, at, rejected },
  event: event && nameOf(event.type),
  by: event ? authorOf(event) : 'desk',
  name: event && 'name' in event && !namingOthers.has(event.type) ? (event.name ?? '') : '',
})

const authorOf = (event: AnyEvent): Author => {
  if ('by' in event && (event.by === 'visitor' || event.by === 'agent')) return event.by
  if (byVisitor.has(event.type)) return 'visitor'
  // Whoever is named as its author, or gives one away, has an account.
  const isStaffs =
    byAgent.has(event.type) || 'author' in event || event.type === 'handed' || aspectOf(event)
  return isStaffs ? 'agent' : 'desk'
}
