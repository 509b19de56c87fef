import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { RuleResult } from '../rule'
import type { ConversationContext as Context } from './context'
import type { At } from './notice'
import { unreadAnew } from './unanswered'

/** Stands in its department's line: a new visit, with a ticket of its own. */
export const joinLine = (
  context: Context,
  event: At,
  where: {
    front: boolean
    isHanded?: boolean
    refused?: readonly string[]
    first?: string
    /** Departments whose lines it has left for this one: then it has waited for as long as it did there. */
    via?: readonly string[]
  },
  before: readonly Effect[] = [],
): RuleResult<Context> => {
  const ticket = context.ticket + 1
  const { via = [] } = where
  const since = via.length > 0 ? context.since : event.at
  return {
    context: {
      ...context,
      ticket,
      since,
      via,
      ...unreadAnew(context),
      unattended: false,
      messageLeft: false,
      ringing: null,
      transfer: null,
      snooze: null,
      lastExpiredOffer: 0,
    },
    effects: [
      ...before,
      {
        do: 'tell',
        to: addressOf('department', context.department),
        event: {
          type: 'queued',
          at: event.at,
          conversation: context.id,
          ticket,
          front: where.front,
          ...(where.isHanded ? { isHanded: true } : {}),
          ...(where.first === undefined ? {} : { first: where.first }),
          ...(via.length > 0 ? { via } : {}),
          since,
          refused: where.refused ?? [],
        },
      },
    ],
  }
}

/** Waits no longer; `taken` when somebody has it. */
export const leaveLine = (context: Context, event: At, taken: boolean): Effect => ({
  do: 'tell',
  to: addressOf('department', context.department),
  event: {
    type: 'left',
    at: event.at,
    conversation: context.id,
    ticket: context.ticket,
    taken,
    waited: Math.max(0, event.at - context.since),
  },
})

/** Tells an agent that this holding of theirs is over, or never came to be. */
export const tellFreed = (
  context: Context,
  event: At,
  agent: string,
  claim: number,
  closed = false,
): Effect => ({
  do: 'tell',
  to: addressOf('agent', agent),
  event: { type: 'freed', at: event.at, conversation: context.id, claim, closed },
})

/** Tells its visitor that it goes on, whatever they heard before. */
export const recall = (context: Context, event: At & { version: number }): Effect => ({
  do: 'tell',
  to: addressOf('visitor', context.visitor),
  event: {
    type: 'recalled',
    at: event.at,
    conversation: context.id,
    news: event.version,
  },
})
