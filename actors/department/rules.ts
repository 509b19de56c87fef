import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { TimerEvent } from '../events'
import type { LineRow } from '../rows'
import type { RuleResult } from '../rule'
import type { TurnEvent } from '../turn-event'
import type { DepartmentContext as Context, Rule } from './context'
import type { Of } from './events'
import { isHandedOut } from './hours'
import { HEAD_ROWS, openQueueView, type QueueView } from './line'
import { offerWaiting } from './offering'
import { pace } from './pace'
import { isOnDuty } from './routing'
import { seatAgent } from './seating'

export const queue: Rule<Of<'queued'>> = (context, event) => {
  const view = openQueueView(event.reads)
  const before = view.row(event.conversation)
  const visit = visitOf(event)
  if (context.crossed[visit] === -1) return { context: { crossed: without(context, visit) } }
  // A newer visit stands already: this one's leaving is still to be heard.
  if (before && before.ticket > event.ticket)
    return { context: { crossed: { ...context.crossed, [visit]: 1 } } }
  const crossed: Context['crossed'] = before
    ? { ...context.crossed, [visitOf(before)]: 1 }
    : context.crossed
  const rank = context.rank + 1
  view.putRow({
    department: context.id,
    conversation: event.conversation,
    ticket: event.ticket,
    lane: laneOf(event),
    rank,
    since: event.since,
    offeredTo: null,
    offer: 0,
    refused: event.refused,
  })
  const { conversation, first } = event
  const given = offerWaiting(
    { ...context, rank },
    event,
    view,
    first ? { conversation, first } : undefined,
  )
  const isShut = !isHandedOut(context, { lane: laneOf(event), since: event.since })
  const nobody = isShut || !view.floor().some(isOnDuty)
  return {
    context: { ...given.context, rank, crossed },
    effects: nobody ? [...(given.effects ?? []), unattended(event)] : (given.effects ?? []),
  }
}

const laneOf = ({ isHanded, front }: Of<'queued'>): LineRow['lane'] => {
  if (isHanded) return -1
  return front ? 0 : 1
}

export const leave: Rule<Of<'left'>> = (context, event) => {
  const view = openQueueView(event.reads)
  const row = view.row(event.conversation)
  if (row?.ticket !== event.ticket) {
    const visit = visitOf(event)
    const crossed: Context['crossed'] =
      context.crossed[visit] === 1 ? without(context, visit) : { ...context.crossed, [visit]: -1 }
    return { context: { crossed } }
  }
  view.removeRow(row)
  const given = offerWaiting(context, event, view)
  return { ...given, context: { ...given.context, ...pace(context, event) } }
}

const visitOf = ({ conversation, ticket }: { conversation: string; ticket: number }) =>
  `${conversation}/${ticket}`

const without = (context: Context, visit: string): Context['crossed'] => {
  const { [visit]: _, ...others } = context.crossed
  return others
}

export const report: Rule<Of<'reported'>> = (context, event) => {
  const view = openQueueView(event.reads)
  const seated = seatAgent(view, context, event.report)
  return and(offerWaiting(context, event, view), seated)
}

export const hearAnswer: Rule<Of<'offerAnswered'>> = (context, event) => {
  const view = openQueueView(event.reads)
  const agent = view.agent(event.agent)
  if (agent) {
    const offers = agent.offers.filter((conversation) => conversation !== event.conversation)
    view.putAgent({ ...agent, offers })
  }
  const seated = event.report ? seatAgent(view, context, event.report) : {}
  if (event.outcome !== 'took' && event.outcome !== 'ringing')
    passOn(view, event, event.outcome === 'declined' || event.outcome === 'holds')
  return and(offerWaiting(context, event, view), seated)
}

const and = (step: RuleResult<Context>, more: Partial<Context>): RuleResult<Context> => ({
  ...step,
  context: { ...step.context, ...more },
})

export const expireOffer: Rule<Of<'offerExpired'>> = (context, event) => {
  const view = openQueueView(event.reads)
  passOn(view, event, true)
  return offerWaiting(context, event, view)
}

/** Hands out what can be handed out; also the slow sweep's proof that nothing is stuck. */
export const goOn: Rule<Of<'continued'> | Of<'swept'>> = (context, event) =>
  offerWaiting(context, event, openQueueView(event.reads))

/** Whoever passed did so a while ago: they may be asked again. */
export const askAgain: Rule<TurnEvent<TimerEvent>> = (context, event) => {
  const view = openQueueView(event.reads)
  for (const row of view.waiting()) if (row.refused.length > 0) view.putRow({ ...row, refused: [] })
  return offerWaiting(context, event, view)
}

/** The offer to an agent is over without them taking it. */
const passOn = (
  view: QueueView,
  event: { conversation: string; ticket: number; offer: number; agent: string },
  refused: boolean,
) => {
  const row = view.row(event.conversation)
  if (row?.ticket !== event.ticket || row.offer !== event.offer || row.offeredTo === null) return
  view.putRow({
    ...row,
    offeredTo: null,
    refused: refused ? [...row.refused, event.agent] : row.refused,
  })
}

const unattended = (event: Of<'queued'>): Effect => ({
  do: 'tell',
  to: addressOf('conversation', event.conversation),
  event: { type: 'unattended', at: event.at, ticket: event.ticket },
})

/** Whether anything is asked at the end, as it is now. */
export const askForWrapUp: Rule<Of<'endedBySilence'>> = ({ settings }, event) => {
  if (settings.wrapUpFields.length === 0) return {}
  const { at, conversation, endedSeq } = event
  const to = addressOf('conversation', conversation)
  return { effects: [{ do: 'tell', to, event: { type: 'wrapUpMissed', at, endedSeq } }] }
}

/** What the office does hands nothing out. */
const ofTheOffice: ReadonlySet<string> = new Set([
  ...['created', 'configured', 'renamed', 'removed', 'restored'],
])
/** Nor does what is only asked of it, which needs nothing but itself. */
const ofItself: ReadonlySet<string> = new Set(['endedBySilence'])

/** What a department's turn reads beforehand. */
export const departmentNeeds = (id: string, event: { type: string; conversation?: string }) =>
  ofItself.has(event.type)
    ? null
    : {
        department: id,
        line: ofTheOffice.has(event.type) ? 0 : HEAD_ROWS,
        conversation: event.conversation ?? null,
      }
