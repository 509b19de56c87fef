import { addressOf } from '../address'
import type { Notice } from '../entry'
import type { TimerEvent } from '../events'
import type { Step, Taken } from '../step'
import type { ConversationContext as Context } from './context'
import type { ConversationEvent } from './events'
import { free, joinLine, leaveLine } from './line'
import { type At, notice } from './notice'

type Of<T extends ConversationEvent['type']> = Taken<Extract<ConversationEvent, { type: T }>>
type Rule<E> = (context: Context, event: E) => Step<Context>

/** It rings at an agent whose department asks before it assigns. */
export const ring: Rule<Of<'offered'>> = (context, event) => ({
  context: {
    ringing: { agent: event.agent, name: event.name, offer: event.offer },
    spent: context.ringing ? context.ringing.offer : context.spent,
  },
})

export const assign: Rule<Of<'assigned'>> = (context, event) => {
  const elsewhere =
    context.ringing && context.ringing.agent !== event.agent
      ? [free(context, event, context.ringing.agent, false, context.ringing.offer)]
      : []
  const waited = Math.max(0, event.at - context.since)
  const noticed = notice(context, event, {
    code: 'assigned',
    agent: event.agent,
    name: event.name,
    waited,
    why: event.how,
  })
  return {
    context: {
      ...noticed.context,
      agent: event.agent,
      agentName: event.name,
      ringing: null,
      spent: Math.max(context.spent, event.offer),
    },
    effects: [...noticed.effects, ...elsewhere, leaveLine(context, event, true)],
  }
}

/** An agent goes on with a closed conversation: it is his without a visit to the line. */
export const reopenFor: Rule<Of<'assigned'>> = (context, event) => {
  const noticed = notice(context, event, { code: 'reopened', by: 'agent', name: event.name })
  return {
    context: {
      ...noticed.context,
      agent: event.agent,
      agentName: event.name,
      closedAt: null,
      stars: null,
    },
    effects: [
      ...noticed.effects,
      {
        do: 'tell',
        to: addressOf('visitor', context.visitor),
        event: { type: 'recalled', at: event.at, conversation: context.id },
      },
    ],
  }
}

/** An offer or an acceptance that comes too late: the agent is free of it again. */
export const release: Rule<Of<'offered'> | Of<'assigned'>> = (context, event) => ({
  effects: [free(context, event, event.agent, false, event.offer)],
})

/** The agent it rang at passed. The line asks the next one by itself. */
export const passedOn: Rule<Of<'passed'>> = (context, event) =>
  stopRinging(context, event, { code: 'passed', name: event.name, reason: event.reason })

/** It rang long enough: it waits again, and the line asks the next one. */
export const unanswered: Rule<TimerEvent> = (context, event) => {
  const { ringing } = context
  if (!ringing) return {}
  const stopped = stopRinging(context, event, {
    code: 'passed',
    name: ringing.name,
    reason: 'unanswered',
  })
  return {
    context: stopped.context,
    effects: [
      ...(stopped.effects ?? []),
      free(context, event, ringing.agent, false, ringing.offer),
      {
        do: 'tell',
        to: addressOf('department', context.department),
        event: {
          type: 'unanswered',
          at: event.at,
          conversation: context.id,
          ticket: context.ticket,
          agent: ringing.agent,
        },
      },
    ],
  }
}

/** Nobody is on duty, or patience ran out: it keeps its place, but nobody is promised. */
export const unattended: Rule<At> = (context, event) => {
  const noticed = notice(context, event, { code: 'unattended' })
  return { context: { ...noticed.context, unattended: true }, effects: noticed.effects }
}

/** Its holder is gone: back to the front of the line. */
export const comeBack: Rule<Of<'returned'>> = (context, event) => {
  const noticed = notice(context, event, { code: 'requeued', reason: event.reason })
  return joinLine(
    { ...context, ...noticed.context, agent: null, agentName: '', handing: null },
    event,
    { front: true },
    noticed.effects,
  )
}

const stopRinging = (context: Context, event: At, words: Notice): Step<Context> => {
  const noticed = notice(context, event, words)
  return {
    context: {
      ...noticed.context,
      ringing: null,
      spent: Math.max(context.spent, context.ringing?.offer ?? 0),
    },
    effects: noticed.effects,
  }
}
