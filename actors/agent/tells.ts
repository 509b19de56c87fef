import { addressOf } from '../address'
import type { AsOf } from '../conversation/events'
import type { Outcome } from '../department/events'
import type { Effect } from '../effects'
import type { AgentContext as Context, Holding } from './context'

type At = { at: number; version: number }

export const tellAssigned = (
  context: Context,
  event: At,
  conversation: string,
  holding: Holding,
  { asOf }: AsOf = {},
): Effect => ({
  do: 'tell',
  to: addressOf('conversation', conversation),
  event: {
    type: 'assigned',
    at: event.at,
    ...{ agent: context.id, name: context.name, claim: holding.claim, word: event.version },
    ticket: holding.ticket,
    offer: holding.offer,
    how: holding.how,
    ...(asOf === undefined ? {} : { asOf }),
  },
})

export const tellPassed = (
  context: Context,
  event: At & { conversation: string },
  { claim, offer }: { claim: number; offer: number },
  reason: 'declined' | 'full' | 'away',
): Effect => ({
  do: 'tell',
  to: addressOf('conversation', event.conversation),
  event: {
    type: 'passed',
    at: event.at,
    ...{ agent: context.id, name: context.name, claim, word: event.version },
    offer,
    reason,
  },
})

/** Tells the line how its offer went; the figures are filled in when the turn ends. */
export const tellAnswer = (
  context: Context,
  event: { at: number },
  conversation: string,
  holding: { department: string | null; ticket: number; offer: number },
  outcome: Outcome,
): Effect[] =>
  holding.department === null
    ? []
    : [
        {
          do: 'tell',
          to: addressOf('department', holding.department),
          event: {
            type: 'offerAnswered',
            at: event.at,
            conversation,
            ticket: holding.ticket,
            offer: holding.offer,
            agent: context.id,
            outcome,
            report: null,
          },
        },
      ]
