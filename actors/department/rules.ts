import { addressOf } from '../address'
import type { TimerEvent } from '../events'
import { HEAD_ROWS } from '../limits'
import type { FloorRow, Needs } from '../rows'
import type { RuleResult } from '../rule'
import type { TurnEvent } from '../turn-event'
import { visitOf, without } from './arriving'
import type { DepartmentContext as Context, Rule } from './context'
import type { Of } from './events'
import { openQueueView, type QueueView } from './line'
import { offerWaiting } from './offering'
import { callBack } from './overflowing'
import { pace } from './pace'
import { precedenceOf } from './place'
import { isOnDuty } from './routing'
import { seatAgent } from './seating'

export const leave: Rule<Of<'left'>> = (context, event) => {
  const view = openQueueView(event.reads)
  const row = view.row(event.conversation)
  if (row?.ticket !== event.ticket) {
    const visit = visitOf(event)
    const crossed: Context['crossed'] =
      context.crossed[visit] === 1
        ? without(context.crossed, visit)
        : { ...context.crossed, [visit]: -1 }
    return { context: { crossed } }
  }
  view.removeRow(row)
  const given = offerWaiting(context, event, view)
  return { ...given, context: { ...given.context, ...pace(context, event) } }
}

export const report: Rule<Of<'reported'>> = (context, event) => {
  const view = openQueueView(event.reads)
  const before = view.agent(event.report.agent)
  const seated = seatAgent(view, context, event.report)
  const step = and(offerWaiting(context, event, view), seated)
  return isMoreThere(before, view.agent(event.report.agent)) ? callBack(step, context, event) : step
}

/** Whether they may be there for somebody for whom they were not. */
const isMoreThere = (before: FloorRow | undefined, now: FloorRow | undefined): boolean =>
  now !== undefined &&
  isOnDuty(now) &&
  (before === undefined || !isOnDuty(before) || before.languages !== now.languages)

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
export const goOn: Rule<Of<'continued'> | Of<'swept'> | Of<'due.line'>> = (context, event) =>
  offerWaiting(context, event, openQueueView(event.reads))

/** Whoever passed did so a while ago: they may be asked again. */
export const askAgain: Rule<TurnEvent<TimerEvent>> = (context, event) => {
  const view = openQueueView(event.reads)
  for (const row of view.waiting()) if (row.refused.length > 0) view.putRow({ ...row, refused: [] })
  return offerWaiting(context, event, view)
}

/** Where somebody may be had now it is asked for all who wait too long. */
export const askOnceMore: Rule<Of<'overflowOpened'>> = (context, event) => {
  const view = openQueueView(event.reads)
  for (const row of view.waiting()) {
    const precedence = precedenceOf(row)
    if (precedence.asked > 0) view.putRow({ ...row, precedence: { ...precedence, asked: 0 } })
  }
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
/** What another department asks is answered by who is there. */
const ofTheFloor = 'overflowAsked'

/** What a department's turn reads beforehand; `stored` reads its context as it was kept. */
export const departmentNeeds = (
  id: string,
  event: { type: string; conversation?: string },
  stored?: () => object | null,
): Needs => {
  const { type, conversation = null } = event
  if (ofItself.has(type)) return null
  if (type === ofTheFloor) return { department: id, line: 0, conversation: null }
  if (ofTheOffice.has(type)) return { department: id, line: 0, conversation }
  return { department: id, line: HEAD_ROWS, conversation, ...apart(stored?.() ?? {}) }
}

/** The languages for which its line is read apart: where they decide, one must not stand in the way of another. */
const apart = (stored: Partial<Context>): { languages?: readonly string[] } => {
  const { settings, languages = [] } = stored
  const decide = settings?.languageRule === 'preferred' || settings?.languageRule === 'required'
  return decide && languages.length > 1 ? { languages: ['', ...languages] } : {}
}
