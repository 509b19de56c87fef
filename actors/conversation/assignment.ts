import type { Requeue } from '../entry'
import type { RuleResult } from '../rule'
import { type ConversationContext as Context, heldBy, type Rule } from './context'
import type { Of } from './events'
import { joinLine, leaveLine, recall, tellFreed } from './line'
import { type At, moveNotice, notice } from './notice'
import { releasePreviousOffer } from './ringing'
import { unreadAnew, waitsSince } from './unanswered'

export const assign: Rule<Of<'assigned'>> = (context, event) => {
  const waited = Math.max(0, event.at - waitsSince(context))
  const noticed = moveNotice(context, event, {
    code: 'assigned',
    agent: event.agent,
    name: event.name,
    waited,
    why: event.how,
  })
  return {
    context: {
      ...noticed.context,
      ...heldBy(event),
      ...unreadAnew(context),
      ringing: null,
      transfer: null,
      lastExpiredOffer: Math.max(context.lastExpiredOffer, event.offer),
    },
    effects: [
      ...noticed.effects,
      ...releasePreviousOffer(context, event),
      leaveLine(context, event, true),
    ],
  }
}

/** An agent goes on with a closed conversation: it is theirs without a visit to the line. */
export const reopenFor: Rule<Of<'assigned'>> = (context, event) => {
  const noticed = moveNotice(context, event, { code: 'reopened', by: 'agent', name: event.name })
  return {
    context: {
      ...noticed.context,
      ...heldBy(event),
      closedAt: null,
      wrapUp: null,
      rating: null,
    },
    effects: [...noticed.effects, recall(context, event)],
  }
}

/** An offer or an acceptance that comes too late: the agent is free of it again. */
export const release: Rule<Of<'offered'> | Of<'assigned'>> = (context, event) => ({
  effects: [tellFreed(context, event, event.agent, event.claim)],
})

/** Its holder has taken it again before it heard that they had given it back. */
export const updateClaim: Rule<Of<'assigned'>> = (_context, event) => ({
  context: { claim: event.claim },
})

/** Changes nothing more: the version of the agent's turn is kept with every event of theirs. */
export const keepVersion: Rule<Of<'passed'> | Of<'returned'>> = () => ({})

/** Nobody is on duty, or patience ran out: it keeps its place, but nobody is promised. */
export const unattended: Rule<At> = (context, event) => {
  const helped = context.agentName !== ''
  const noticed = notice(context, event, { code: 'unattended', helped })
  return { context: { ...noticed.context, unattended: true }, effects: noticed.effects }
}

/** Its holder is gone: back to the front of the line. */
export const comeBack: Rule<Of<'returned'>> = (context, event) =>
  backToLine(context, event, event.reason)

/** Its holder speaks of a newer offer, so that what they held is over; that offer is nothing now. */
export const requeueOnNewerOffer: Rule<Of<'offered'> | Of<'passed'>> = (context, event) => {
  const back = backToLine(context, event, 'lost')
  return {
    ...back,
    effects: [...(back.effects ?? []), tellFreed(context, event, event.agent, event.claim)],
  }
}

/** The same of one that nobody has a place for any more, and of which enough is said. */
export const goToFront = (context: Context, event: At): RuleResult<Context> =>
  joinLine(
    {
      ...{ ...context, agent: null, claim: 0, transfer: null },
      ...{ movedSeq: context.lastSeq, movedAt: event.at },
    },
    event,
    { front: true },
  )

const backToLine = (context: Context, event: At, reason: Requeue): RuleResult<Context> => {
  const noticed = moveNotice(context, event, { code: 'requeued', reason, name: context.agentName })
  return joinLine(
    { ...context, ...noticed.context, agent: null, claim: 0, transfer: null },
    event,
    { front: true },
    noticed.effects,
  )
}
