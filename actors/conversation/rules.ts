import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { Notice, Requeue } from '../entry'
import type { TimerEvent } from '../events'
import type { Step, Taken } from '../step'
import type { ConversationContext as Context } from './context'
import type { ConversationEvent } from './events'

type Of<T extends ConversationEvent['type']> = Taken<Extract<ConversationEvent, { type: T }>>
type Rule<E> = (context: Context, event: E) => Step<Context>
type At = { at: number }

export const open: Rule<Of<'opened'>> = (context, event) => {
  const begun: Context = {
    ...context,
    visitor: event.visitor,
    visitorName: event.name,
    department: event.department,
    departmentName: event.departmentName,
    timings: event.timings,
    openedAt: event.at,
  }
  const said = addSaid(begun, { ...event, type: 'said', by: 'visitor', author: event.visitor })
  return joinLine({ ...begun, ...said.context }, event, { front: false }, said.effects)
}

export const addSaid: Rule<Of<'said'>> = (context, event) => {
  const seq = context.lastSeq + 1
  const fromVisitor = event.by === 'visitor'
  return {
    context: {
      lastSeq: seq,
      saidSeq: seq,
      lastAt: later(context, event),
      unread: fromVisitor ? context.unread + 1 : 0,
      ...(fromVisitor ? { seenByVisitor: seq } : { seenByAgent: seq }),
    },
    effects: [
      {
        do: 'append',
        entry: {
          seq,
          clientId: event.clientId,
          kind: 'said',
          by: event.by,
          author: event.author,
          name: event.name,
          text: event.text,
          notice: null,
          at: later(context, event),
        },
      },
    ],
  }
}

export const markSeen: Rule<Of<'seen'>> = (_context, event) => ({
  context:
    event.by === 'agent' ? { seenByAgent: event.upTo, unread: 0 } : { seenByVisitor: event.upTo },
})

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

export const handToDepartment: Rule<Of<'handed'>> = (context, event) => {
  if (!('department' in event.to)) return {}
  const noticed = notice(context, event, {
    code: 'transferred',
    from: event.name,
    to: event.to.departmentName,
  })
  const moved: Context = {
    ...context,
    ...noticed.context,
    agent: null,
    agentName: '',
    handing: null,
    department: event.to.department,
    departmentName: event.to.departmentName,
  }
  const holder = context.agent ? [free(context, event, context.agent, false, null)] : []
  return joinLine(moved, event, { front: true }, [...noticed.effects, ...holder])
}

/** Asks a colleague; its holder keeps it until he accepts. */
export const handToAgent: Rule<Of<'handed'>> = (context, event) => {
  if (!('agent' in event.to)) return {}
  const offer = context.hands + 1
  const noticed = notice(context, event, {
    code: 'transferring',
    from: event.name,
    to: event.to.name,
  })
  return {
    context: {
      ...noticed.context,
      hands: offer,
      handing: { agent: event.to.agent, name: event.to.name, by: event.name, offer },
    },
    effects: [
      ...noticed.effects,
      {
        do: 'tell',
        to: addressOf('agent', event.to.agent),
        event: {
          type: 'offered',
          at: event.at,
          conversation: context.id,
          from: { agent: event.by, name: event.name },
          ticket: 0,
          offer,
          manual: false,
          how: { how: 'transferred', from: event.name },
        },
      },
    ],
  }
}

export const changeHands: Rule<Of<'assigned'>> = (context, event) => {
  const noticed = notice(context, event, {
    code: 'transferred',
    from: context.agentName,
    to: event.name,
  })
  const holder = context.agent ? [free(context, event, context.agent, false, null)] : []
  return {
    context: { ...noticed.context, agent: event.agent, agentName: event.name, handing: null },
    effects: [...noticed.effects, ...holder],
  }
}

/** The colleague could not take it, or did not answer: it stays where it is. */
export const keepHands: Rule<At> = (context, event) => {
  const noticed = notice(context, event, {
    code: 'stayed',
    name: context.agentName,
    to: context.handing?.name ?? '',
  })
  return { context: { ...noticed.context, handing: null }, effects: noticed.effects }
}

export const end: Rule<Of<'ended'>> = (context, event) =>
  close(context, event, { code: 'closed', by: event.by, name: event.name })

/** The visitor was silent too long after an answer. */
export const endBySilence: Rule<TimerEvent> = (context, event) =>
  close(context, event, { code: 'closed', by: 'silence', name: '' })

/** The visitor goes on with a closed conversation: a new visit to the line. */
export const reopen: Rule<Of<'reopened'>> = (context, event) => {
  const noticed = notice(context, event, { code: 'reopened', by: 'visitor', name: event.name })
  return joinLine(
    { ...context, ...noticed.context, agent: null, agentName: '', closedAt: null, stars: null },
    event,
    { front: false },
    noticed.effects,
  )
}

export const rate: Rule<Of<'rated'>> = (context, event) => {
  const noticed = notice(context, event, {
    code: 'rated',
    stars: event.stars,
    comment: event.comment,
  })
  return { context: { ...noticed.context, stars: event.stars }, effects: noticed.effects }
}

/** Why it came back, in the words of the agent's turn. */
export type Returned = Requeue

const close = (context: Context, event: At, words: Notice): Step<Context> => {
  const noticed = notice(context, event, words)
  const holder = [context.agent, context.ringing?.agent, context.handing?.agent]
  const freed = [...new Set(holder)].flatMap((agent) =>
    agent ? [free(context, event, agent, true, null)] : [],
  )
  const waits = context.agent === null
  return {
    context: {
      ...noticed.context,
      closedAt: event.at,
      ringing: null,
      handing: null,
      unread: 0,
    },
    effects: [
      ...noticed.effects,
      ...freed,
      ...(waits ? [leaveLine(context, event, false)] : []),
      {
        do: 'tell',
        to: addressOf('visitor', context.visitor),
        event: { type: 'finished', at: event.at, conversation: context.id },
      },
    ],
  }
}

const joinLine = (
  context: Context,
  event: At,
  where: { front: boolean },
  before: readonly Effect[] = [],
): Step<Context> => {
  const ticket = context.ticket + 1
  return {
    context: { ...context, ticket, since: event.at, unattended: false, ringing: null, spent: 0 },
    effects: [
      ...before,
      {
        do: 'tell',
        to: addressOf('department', context.department),
        event: {
          type: 'queued',
          at: event.at,
          conversation: context.id,
          ticket,
          front: where.front,
          since: event.at,
          refused: [],
        },
      },
    ],
  }
}

const leaveLine = (context: Context, event: At, taken: boolean): Effect => ({
  do: 'tell',
  to: addressOf('department', context.department),
  event: {
    type: 'left',
    at: event.at,
    conversation: context.id,
    ticket: context.ticket,
    taken,
    waited: Math.max(0, event.at - context.since),
  },
})

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

const free = (
  context: Context,
  event: At,
  agent: string,
  closed: boolean,
  upTo: number | null,
): Effect => ({
  do: 'tell',
  to: addressOf('agent', agent),
  event: { type: 'freed', at: event.at, conversation: context.id, closed, upTo },
})

/** The desk speaks in the transcript. Its client ids are its own: people's cannot start so. */
const notice = (context: Context, event: At, words: Notice) => {
  const seq = context.lastSeq + 1
  const append: Effect = {
    do: 'append',
    entry: {
      seq,
      clientId: `desk-${seq}`,
      kind: 'noticed',
      by: 'desk',
      author: null,
      name: '',
      text: '',
      notice: words,
      at: later(context, event),
    },
  }
  return { context: { lastSeq: seq, lastAt: later(context, event) }, effects: [append] }
}

/** Clocks of two nodes may differ; the times in one transcript never run backwards. */
const later = (context: Context, event: At) => Math.max(context.lastAt, event.at)
