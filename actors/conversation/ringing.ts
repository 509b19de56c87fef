import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { Passed } from '../entry'
import type { TimerEvent } from '../events'
import type { RuleResult } from '../rule'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import { tellFreed } from './line'
import { type At, deskClientId, notice } from './notice'

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

/** The agent it rang at passed. The line asks the next one by itself. */
export const passedOn: Rule<Of<'passed'>> = (context, event) =>
  stopRinging(context, event, { code: 'passed', name: event.name, reason: event.reason })

/** It rang long enough: it waits again, and the line asks the next one. */
export const expireOffer: Rule<TimerEvent> = (context, event) => {
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
      tellExpired(context, event, ringing),
    ],
  }
}

/**
 * `returned` overtook its `assigned`: ignore the late assignment and ask the department for the
 * next agent.
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
    effects: [...(stopped.effects ?? []), tellExpired(context, event, event)],
  }
}

/** Whoever it rang at until now hears that it does no longer. */
export const releasePreviousOffer = (
  context: Context,
  event: At & { agent: string; claim: number },
): Effect[] => {
  const { ringing } = context
  if (!ringing || (ringing.agent === event.agent && ringing.claim === event.claim)) return []
  return [tellFreed(context, event, ringing.agent, ringing.claim)]
}

const tellExpired = (
  context: Context,
  event: At,
  { agent, offer }: { agent: string; offer: number },
): Effect => ({
  do: 'tell',
  to: addressOf('department', context.department),
  event: {
    type: 'offerExpired',
    at: event.at,
    conversation: context.id,
    ticket: context.ticket,
    offer,
    agent,
  },
})

const stopRinging = (context: Context, event: At, words: Passed): RuleResult<Context> => {
  const { context: told, effects } = noticePassed(context, event, words)
  return {
    context: {
      ...told,
      ringing: null,
      lastExpiredOffer: Math.max(context.lastExpiredOffer, context.ringing?.offer ?? 0),
      // The clock may have been set back: patience is not to last until it has caught up.
      since: Math.min(context.since, event.at),
    },
    effects,
  }
}

/** One entry tells of all agents that it rang at in vain, one after the other, until it is taken. */
const noticePassed = (context: Context, event: At, words: Passed) => {
  const { passed, ticket } = context
  const before = passed?.ticket === ticket ? passed : null
  const times = (before?.times ?? 0) + 1
  const counted = before ? { ...words, times } : words
  const noticed = notice(context, event, counted, { changes: before?.entry ?? null })
  const entry = before?.entry ?? deskClientId(noticed.context.lastSeq)
  return { ...noticed, context: { ...noticed.context, passed: { ticket, entry, times } } }
}
