import { isDeepEqual } from '../equal'
import type { TurnEvent } from '../turn-event'
import type { AgentContext as Context } from './context'
import type { AgentEvent } from './events'
import { hasRoom, isAdmitted, mayReply } from './rights'

type Guard = (about: { context: Context; event: TurnEvent<AgentEvent> }) => boolean

export const guards = {
  isFull: ({ context }) => !hasRoom(context),
  hasRoom: ({ context }) => hasRoom(context),
  canReceive: ({ context, event }) =>
    event.type === 'offered' &&
    mayReply(context) &&
    context.nodes.length > 0 &&
    ('agent' in event.from || context.departments.includes(event.from.department)) &&
    hasRoom(context) &&
    !(event.conversation in context.holdings),
  canTake: ({ context, event }) =>
    event.type === 'took' &&
    mayReply(context) &&
    hasRoom(context) &&
    !(event.conversation in context.holdings),
  /** Who is off duty takes nothing from the line, but may step in for a colleague. */
  canTakeOver: ({ context, event }) =>
    event.type === 'took' &&
    event.over === true &&
    mayReply(context) &&
    hasRoom(context) &&
    !(event.conversation in context.holdings),
  ringsHere: ({ context, event }) => {
    if (event.type !== 'accepted' && event.type !== 'declined') return false
    const holding = context.holdings[event.conversation]
    return holding?.state === 'ringing' && (event.claim ?? holding.claim) === holding.claim
  },
  isConcerned: ({ context, event }) => {
    if (event.type !== 'freed') return false
    return context.holdings[event.conversation]?.claim === event.claim
  },
  isNewSnooze: ({ context, event }) => {
    if (event.type !== 'putOff') return false
    const holding = context.holdings[event.conversation]
    return holding?.claim === event.claim && event.news > (holding.snooze?.version ?? 0)
  },
  toRest: ({ context, event }) => {
    if (event.type !== 'freed' || !event.closed || context.settings.wrapUp <= 0) return false
    const holding = context.holdings[event.conversation]
    return holding?.state === 'held' && holding.claim === event.claim
  },
  lastNode: ({ context, event }) =>
    event.type === 'vanished' && context.nodes.every((node) => node === event.node),
  knownNode: ({ context, event }) =>
    event.type === 'vanished' && context.nodes.includes(event.node),
  isHired: ({ context }) => context.name !== '',
  /** Nobody else changed them since somebody looked. */
  isAsSeen: ({ context, event }) => {
    if (context.name === '' || event.type !== 'changed') return false
    const { name, departments, settings } = context
    return !event.before || isDeepEqual({ name, departments, settings }, event.before)
  },
  isNobody: ({ context }) => context.name === '',
  isAdmitted: ({ context }) => isAdmitted(context),
  isDisabled: ({ context }) => context.disabledAt !== null,
  newNode: ({ context, event }) => event.type === 'appeared' && !context.nodes.includes(event.node),
} satisfies Record<string, Guard>
