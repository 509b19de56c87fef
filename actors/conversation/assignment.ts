import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { Notice, Requeue } from '../entry'
import type { TimerEvent } from '../events'
import type { RuleResult } from '../rule'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import { joinLine, leaveLine, recall, tellFreed } from './line'
import { type At, notice } from './notice'

/** It rings at an agent whose department asks before it assigns. */
export const ring: Rule<Of<'offered'>> = (context, event) => ({
  context: {
    ringing: {
      agent: event.agent,
      name: event.name,
      offer: event.offer,
      claim: event.claim,
    },
    lastExpiredOffer: context.ringing ? context.ringing.offer : context.lastExpiredOffer,
  },
  effects: releasePreviousOffer(context, event),
})

export const assign: Rule<Of<'assigned'>> = (context, event) => {
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
      claim: event.claim,
      unread: Math.max(1, context.unread),
      ringing: null,
      lastExpiredOffer: Math.max(context.lastExpiredOffer, event.offer),
    },
    effects: [
      ...noticed.effects,
      ...releasePreviousOffer(context, event),
      leaveLine(context, event, true),
    ],
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
      claim: event.claim,
      closedAt: null,
      rating: null,
    },
    effects: [...noticed.effects, recall(context, event)],
  }
}

/** An offer or an acceptance that comes too late: the agent is free of it again. */
export const release: Rule<Of<'offered'> | Of<'assigned'>> = (context, event) => ({
  effects: [tellFreed(context, event, event.agent, event.claim)],
})

/** Its holder has taken it again before it heard that he had given it back. */
export const updateClaim: Rule<Of<'assigned'>> = (_context, event) => ({
  context: { claim: event.claim },
})

/** A word to keep in mind and nothing else. */
export const hear: Rule<Of<'passed'> | Of<'returned'>> = () => ({})

/**
 * He has given back what it has not yet heard that he took: his taking will come too late. The
 * line, which was told that he took it, asks the next one.
 */
export const releasedUnheard: Rule<Of<'returned'>> = (context, event) => {
  const { ringing } = context
  const stopped =
    ringing?.agent === event.agent
      ? stopRinging(context, event, { code: 'passed', name: event.name, reason: 'away' })
      : {}
  if (event.ticket !== context.ticket) return stopped
  return {
    ...stopped,
    effects: [...(stopped.effects ?? []), noAnswer(context, event, event)],
  }
}

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
      tellFreed(context, event, ringing.agent, ringing.claim),
      noAnswer(context, event, ringing),
    ],
  }
}

/** Nobody is on duty, or patience ran out: it keeps its place, but nobody is promised. */
export const unattended: Rule<At> = (context, event) => {
  const helped = context.agentName !== ''
  const noticed = notice(context, event, { code: 'unattended', helped })
  return { context: { ...noticed.context, unattended: true }, effects: noticed.effects }
}

/** Its holder is gone: back to the front of the line. */
export const comeBack: Rule<Of<'returned'>> = (context, event) =>
  backToLine(context, event, event.reason)

/** Its holder speaks of a newer offer, so that what he held is over; that offer is nothing now. */
export const requeueOnNewerOffer: Rule<Of<'offered'> | Of<'passed'>> = (context, event) => {
  const back = backToLine(context, event, 'lost')
  return {
    ...back,
    effects: [...(back.effects ?? []), tellFreed(context, event, event.agent, event.claim)],
  }
}

const backToLine = (context: Context, event: At, reason: Requeue): RuleResult<Context> => {
  const noticed = notice(context, event, { code: 'requeued', reason, name: context.agentName })
  return joinLine(
    { ...context, ...noticed.context, agent: null, claim: 0, transfer: null },
    event,
    { front: true },
    noticed.effects,
  )
}

/** Whoever it rang at until now hears that it does no longer. */
const releasePreviousOffer = (
  context: Context,
  event: At & { agent: string; claim: number },
): Effect[] => {
  const { ringing } = context
  if (!ringing || (ringing.agent === event.agent && ringing.claim === event.claim)) return []
  return [tellFreed(context, event, ringing.agent, ringing.claim)]
}

const noAnswer = (
  context: Context,
  event: At,
  { agent, offer }: { agent: string; offer: number },
): Effect => ({
  do: 'tell',
  to: addressOf('department', context.department),
  event: {
    type: 'unanswered',
    at: event.at,
    conversation: context.id,
    ticket: context.ticket,
    offer,
    agent,
  },
})

const stopRinging = (context: Context, event: At, words: Notice): RuleResult<Context> => {
  const noticed = notice(context, event, words)
  return {
    context: {
      ...noticed.context,
      ringing: null,
      lastExpiredOffer: Math.max(context.lastExpiredOffer, context.ringing?.offer ?? 0),
    },
    effects: noticed.effects,
  }
}
