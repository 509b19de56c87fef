import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { TimerEvent } from '../events'
import type { FloorRow, Reads } from '../rows'
import type { Step, Taken } from '../step'
import type { DepartmentContext as Context } from './context'
import type { DepartmentEvent, FloorReport } from './events'
import { type Hall, HEAD, openHall } from './line'
import { choose, isFree } from './routing'

type Of<T extends DepartmentEvent['type']> = Taken<Extract<DepartmentEvent, { type: T }>>
type Rule<E> = (context: Context, event: E) => Step<Context>
type Turn = { at: number; version: number; reads: Reads }

export const configure: Rule<Of<'configured'>> = (_context, event) => ({
  context: {
    name: event.name,
    strategy: event.strategy,
    acceptance: event.acceptance,
    timings: event.timings,
  },
})

export const queue: Rule<Of<'queued'>> = (context, event) => {
  const hall = openHall(event.reads)
  const before = hall.row(event.conversation)
  // It left before it was known to have come: the two cancel each other out.
  if (before?.gone && before.ticket === event.ticket) {
    hall.remove(before)
    return { effects: hall.effects() }
  }
  const rank = context.rank + 1
  hall.put({
    department: context.id,
    conversation: event.conversation,
    ticket: event.ticket,
    lane: event.front ? 0 : 1,
    rank,
    since: event.at,
    offeredTo: null,
    refused: event.refused,
    gone: false,
  })
  const given = give({ ...context, rank }, event, hall)
  const nobody = !hall.floor().some((agent) => agent.ready && agent.present && agent.mayReply)
  return {
    context: { ...given.context, rank },
    effects: nobody ? [...(given.effects ?? []), unattended(event)] : (given.effects ?? []),
  }
}

export const leave: Rule<Of<'left'>> = (context, event) => {
  const hall = openHall(event.reads)
  const row = hall.row(event.conversation)
  if (!row || row.ticket < event.ticket) {
    hall.put({
      department: context.id,
      conversation: event.conversation,
      ticket: event.ticket,
      lane: 1,
      rank: 0,
      since: event.at,
      offeredTo: null,
      refused: [],
      gone: true,
    })
    return { effects: hall.effects() }
  }
  if (row.ticket > event.ticket || row.gone) return {}
  hall.remove(row)
  const given = give(context, event, hall)
  return { ...given, context: { ...given.context, ...pace(context, event) } }
}

export const report: Rule<Of<'reported'>> = (context, event) => {
  const hall = openHall(event.reads)
  seat(hall, context, event.report)
  return give(context, event, hall)
}

export const answer: Rule<Of<'answered'>> = (context, event) => {
  const hall = openHall(event.reads)
  const agent = hall.agent(event.agent)
  if (agent) {
    const offers = agent.offers.filter((conversation) => conversation !== event.conversation)
    hall.seat({ ...agent, offers })
  }
  if (event.report) seat(hall, context, event.report)
  if (event.outcome !== 'took' && event.outcome !== 'ringing')
    passOn(hall, event, event.outcome === 'declined')
  return give(context, event, hall)
}

export const timeOut: Rule<Of<'unanswered'>> = (context, event) => {
  const hall = openHall(event.reads)
  passOn(hall, event, true)
  return give(context, event, hall)
}

/** Hands out what can be handed out; also the slow sweep's proof that nothing is stuck. */
export const goOn: Rule<Of<'continued'> | Of<'swept'>> = (context, event) =>
  give(context, event, openHall(event.reads))

/** Everybody passed a while ago: they may be asked again. */
export const askAgain: Rule<Taken<TimerEvent>> = (context, event) => {
  const hall = openHall(event.reads)
  for (const row of hall.waiting()) if (row.refused.length > 0) hall.put({ ...row, refused: [] })
  return give(context, event, hall)
}

/**
 * Offers the waiting to the free, in order, until nobody is free. More than one turn's worth is
 * left to the next turn, which this one asks for.
 */
const give = (context: Context, turn: Turn, hall: Hall): Step<Context> => {
  const decisions: Effect[] = []
  let offer = context.offer
  let passedByAll = false
  for (const row of hall.waiting()) {
    if (!hall.floor().some(isFree)) break
    const { chosen, candidates } = choose(context.strategy, row, hall.floor())
    if (!chosen) {
      passedByAll ||= row.refused.length > 0
      continue
    }
    offer += 1
    hall.put({ ...row, offeredTo: chosen.agent })
    hall.seat({ ...chosen, offers: [...chosen.offers, row.conversation], lastOffer: offer })
    decisions.push(
      {
        do: 'decide',
        decision: {
          department: context.id,
          conversation: row.conversation,
          ticket: row.ticket,
          at: turn.at,
          strategy: context.strategy,
          chosen: chosen.agent,
          candidates,
        },
      },
      {
        do: 'tell',
        to: addressOf('agent', chosen.agent),
        event: {
          type: 'offered',
          at: turn.at,
          conversation: row.conversation,
          from: { department: context.id },
          ticket: row.ticket,
          offer,
          manual: context.acceptance === 'manual',
          how: {
            how: 'chosen',
            strategy: context.strategy,
            candidates: candidates.filter((candidate) => candidate.reject === null).length,
          },
        },
      },
    )
  }
  const goesOn =
    hall.more && hall.floor().some(isFree) && decisions.length > 0 ? [goOnLater(context, turn)] : []
  return {
    context: { offer, askAgain: passedByAll },
    effects: [...hall.effects(), ...decisions, ...goesOn],
  }
}

const seat = (hall: Hall, context: Context, report: FloorReport) => {
  const before = hall.agent(report.agent)
  if (before && before.version > report.version) return
  const { member, ...figures } = report
  const seated: FloorRow = {
    ...figures,
    department: context.id,
    offers: before?.offers ?? [],
    lastOffer: before?.lastOffer ?? 0,
  }
  if (member) hall.seat(seated)
  else if (before) hall.dismiss(before)
}

/** The offer to an agent is over without him taking it. */
const passOn = (
  hall: Hall,
  event: { conversation: string; ticket: number; agent: string },
  refused: boolean,
) => {
  const row = hall.row(event.conversation)
  if (!row || row.gone || row.ticket !== event.ticket || row.offeredTo !== event.agent) return
  hall.put({
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

const goOnLater = (context: Context, turn: Turn): Effect => ({
  do: 'tell',
  to: addressOf('department', context.id),
  event: { type: 'continued', at: turn.at },
})

/**
 * How fast the line moves: the time between two who were taken, counted only when the second
 * already waited at the first, so that an empty line never makes it look slow.
 */
const pace = (context: Context, event: Of<'left'>): Partial<Context> => {
  if (!event.taken) return {}
  const waitedSince = event.at - event.waited
  const interval = event.at - context.lastTaken
  const busy = context.lastTaken > 0 && waitedSince <= context.lastTaken && interval >= 0
  return {
    lastTaken: event.at,
    intervals: busy ? [...context.intervals, interval].slice(-PACE) : context.intervals,
  }
}
const PACE = 10

/** The estimate needs a few takes before it says anything. */
const ENOUGH = 3

/**
 * An honest estimate of the wait at a place in the line (1 is next), in ms; null while too few
 * were taken to say. Never negative.
 */
export const estimate = (
  intervals: readonly number[],
  lastTaken: number,
  place: number,
  now: number,
): number | null => {
  if (intervals.length < ENOUGH) return null
  const mean = intervals.reduce((sum, interval) => sum + interval, 0) / intervals.length
  return Math.max(0, Math.round(place * mean - Math.max(0, now - lastTaken)))
}

/** What a department's turn reads beforehand. */
export const departmentNeeds = (id: string, event: { type: string; conversation?: string }) => ({
  department: id,
  line: event.type === 'configured' ? 0 : HEAD,
  conversation: event.conversation ?? null,
})
