import { addressOf } from '../address'
import type { TimerEvent } from '../events'
import { GRACE_MS, LONGEST_SILENCE_MS, SHORTEST_GRACE_MS } from '../limits'
import type { TurnEvent } from '../turn-event'
import type { AgentContext as Context, Holding, Rule } from './context'
import type { Of } from './events'
import { releaseAll, stopRinging, without } from './release'
import { tellAnswer, tellAssigned, tellPassed } from './tells'

export const comeOnDuty: Rule<Of<'readied'>> = (_context, event) => ({
  context: { lost: false, awayFor: '', idleSince: event.at },
})

/** Away keeps what they hold, but what only rings goes to somebody else. */
export const pause: Rule<Of<'paused'>> = (context, event) => {
  const step = stopRinging(context, event)
  return { ...step, context: { ...step.context, awayFor: event.reason ?? '' } }
}

export const signOff: Rule<Of<'signedOff'>> = (context, event) => {
  const gone = releaseAll(context, event, 'signedOff')
  return { ...gone, context: { ...gone.context, awayFor: '' } }
}

export const lose: Rule<TurnEvent<TimerEvent>> = (context, event) => {
  const gone = releaseAll(context, event, 'lost')
  return { ...gone, context: { ...gone.context, lost: true, awayFor: '' } }
}

export const appear: Rule<Of<'appeared'>> = (context, event) => ({
  context: { nodes: [...new Set([...context.nodes, event.node])] },
  effects: [{ do: 'keep', row: { in: 'presence', agent: context.id, node: event.node } }],
})

/** Who was silent for long before has had a part of their grace already. */
const graceAfter = (silentMs: number): number =>
  Math.max(SHORTEST_GRACE_MS, Math.min(GRACE_MS, LONGEST_SILENCE_MS - silentMs))

export const vanish: Rule<Of<'vanished'>> = (context, event) => ({
  context: {
    nodes: context.nodes.filter((node) => node !== event.node),
    graceMs: graceAfter(event.silentMs ?? 0),
  },
  effects: [{ do: 'drop', key: { in: 'presence', agent: context.id, node: event.node } }],
})

/** They have room: it is theirs at once, or it rings first where the department asks. */
export const receive: Rule<Of<'offered'>> = (context, event) => {
  const department = 'department' in event.from ? event.from.department : null
  const holding: Holding = {
    state: event.manual ? 'ringing' : 'held',
    claim: event.version,
    since: event.at,
    department,
    ticket: event.ticket,
    offer: event.offer,
    how: event.how,
  }
  return {
    context: hold(context, event.conversation, holding),
    effects: [
      event.manual
        ? {
            do: 'tell',
            to: addressOf('conversation', event.conversation),
            event: {
              type: 'offered',
              at: event.at,
              ...{ agent: context.id, name: context.name },
              ...{ claim: holding.claim, word: event.version },
              ticket: event.ticket,
              offer: event.offer,
            },
          }
        : tellAssigned(context, event, event.conversation, holding),
      ...tellAnswer(context, event, event.conversation, holding, event.manual ? 'ringing' : 'took'),
    ],
  }
}

/** They have no room, or are not to be had: back to whoever offered. */
export const rejectOffer: Rule<Of<'offered'>> = (context, event) => {
  if ('agent' in event.from)
    return { effects: [tellPassed(context, event, { claim: 0, offer: event.offer }, 'full')] }
  const holding = { ...event, department: event.from.department }
  const outcome = event.conversation in context.holdings ? 'holds' : 'full'
  return { effects: tellAnswer(context, event, event.conversation, holding, outcome) }
}

export const accept: Rule<Of<'accepted'>> = (context, event) => {
  const ringing = context.holdings[event.conversation]
  if (!ringing) return {}
  const holding: Holding = { ...ringing, state: 'held', since: event.at }
  return {
    context: hold(context, event.conversation, holding),
    effects: [
      tellAssigned(context, event, event.conversation, holding),
      ...tellAnswer(context, event, event.conversation, holding, 'took'),
    ],
  }
}

export const decline: Rule<Of<'declined'>> = (context, event) => {
  const holding = context.holdings[event.conversation]
  if (!holding) return {}
  return {
    context: { holdings: without(context, [event.conversation]) },
    effects: [
      tellPassed(context, event, holding, 'declined'),
      ...tellAnswer(context, event, event.conversation, holding, 'declined'),
    ],
  }
}

export const take: Rule<Of<'took'>> = (context, event) => {
  const holding: Holding = {
    state: 'held',
    claim: event.version,
    since: event.at,
    department: null,
    ticket: 0,
    offer: 0,
    how: event.over
      ? { how: 'tookOver' }
      : { how: 'took', ...(event.by === undefined ? {} : { by: event.by }) },
  }
  return {
    context: hold(context, event.conversation, holding),
    effects: [tellAssigned(context, event, event.conversation, holding, event)],
  }
}

export const release: Rule<Of<'freed'>> = (context, event) => ({
  context: { holdings: without(context, [event.conversation]), idleSince: event.at },
})

/** What is put off gives its place to another one, and takes one again when it wakes, full or not. */
export const putOff: Rule<Of<'putOff'>> = (context, event) => {
  const holding = context.holdings[event.conversation]
  if (!holding) return {}
  const snooze = { isOn: event.isOn, version: event.news }
  return { context: hold(context, event.conversation, { ...holding, snooze }) }
}

const hold = (context: Context, conversation: string, holding: Holding): Partial<Context> => ({
  holdings: { ...context.holdings, [conversation]: holding },
})
