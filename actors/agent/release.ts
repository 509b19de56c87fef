import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { Requeue } from '../entry'
import type { RuleResult } from '../rule'
import type { AgentContext as Context } from './context'
import { tellAnswer, tellPassed } from './tells'

type At = { at: number; version: number }

/** Gives everything back: what they held to the front of the line, what rang to the next. */
export const releaseAll = (context: Context, event: At, reason: Requeue): RuleResult<Context> => {
  const ringing = stopRinging(context, event)
  const held = Object.entries(context.holdings).filter(([, holding]) => holding.state === 'held')
  return {
    context: { holdings: {} },
    effects: [
      ...(ringing.effects ?? []),
      ...held.map(
        ([conversation, { claim, ticket, offer }]): Effect => ({
          do: 'tell',
          to: addressOf('conversation', conversation),
          event: {
            type: 'returned',
            at: event.at,
            ...{ agent: context.id, name: context.name, claim, word: event.version },
            ticket,
            offer,
            reason,
          },
        }),
      ),
    ],
  }
}

export const stopRinging = (context: Context, event: At): RuleResult<Context> => {
  const ringing = Object.entries(context.holdings).filter(
    ([, holding]) => holding.state === 'ringing',
  )
  const effects = ringing.flatMap(([conversation, holding]) => [
    tellPassed(context, { ...event, conversation }, holding, 'away'),
    ...tellAnswer(context, event, conversation, holding, 'away'),
  ])
  return {
    context: {
      holdings: without(
        context,
        ringing.map(([id]) => id),
      ),
    },
    effects,
  }
}

export const without = (context: Context, conversations: readonly string[]): Context['holdings'] =>
  Object.fromEntries(Object.entries(context.holdings).filter(([id]) => !conversations.includes(id)))
