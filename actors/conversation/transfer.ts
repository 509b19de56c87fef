import { addressOf } from '../address'
import type { Notice } from '../entry'
import { type ConversationContext as Context, heldBy, type Rule } from './context'
import type { Of } from './events'
import { joinLine, leaveLine, tellFreed } from './line'
import { type At, moveNotice, notice } from './notice'
import { addBeside } from './rules'
import { promisedIn } from './sla-moved'
import { unreadAnew } from './unanswered'

/** What its giver tells colleagues stands above what comes of it, in the very same turn. */
const afterNote =
  (hand: Rule<Of<'handed'>>): Rule<Of<'handed'>> =>
  (context, event) => {
    const { note, at, by, name, version, reads } = event
    if (!note) return hand(context, event)
    const stamp = { at, version, reads, author: by, name }
    const noted = addBeside(context, { ...stamp, type: 'noted', ...note })
    const handed = hand({ ...context, ...noted.context }, event)
    return {
      context: { ...noted.context, ...handed.context },
      effects: [...(noted.effects ?? []), ...(handed.effects ?? [])],
    }
  }

const toDepartment: Rule<Of<'handed'>> = (context, event) => {
  if (!('department' in event.to)) return {}
  const noticed = moveNotice(context, event, {
    code: 'transferred',
    from: event.name,
    to: event.to.departmentName,
  })
  const moved: Context = {
    ...context,
    ...noticed.context,
    agent: null,
    agentName: '',
    claim: 0,
    transfer: null,
    department: event.to.department,
    departmentName: event.to.departmentName,
    ...promisedIn(context, event.to.sla, event.at),
  }
  const holder = context.agent ? [tellFreed(context, event, context.agent, context.claim)] : []
  return joinLine(moved, event, { front: true, isHanded: true, refused: [event.by] }, [
    ...noticed.effects,
    ...holder,
  ])
}

export const handToDepartment = afterNote(toDepartment)

/** A supervisor moves one that waits to another department's line. */
export const moveToDepartment = afterNote((context, event) => {
  const { ringing } = context
  const rings = ringing ? [tellFreed(context, event, ringing.agent, ringing.claim)] : []
  const left = [...rings, leaveLine(context, event, false)]
  const { context: moved, effects = [] } = toDepartment(context, event)
  return { context: moved ?? {}, effects: [...left, ...effects] }
})

/**
 * Another department has somebody for it: it waits there from now on, with the time it waited here. Its
 * visitor is promised somebody again, unless patience has run out.
 */
export const overflow: Rule<Of<'overflowed'>> = (context, event) => {
  const { departmentName: from, messageLeft, timings } = context
  const promised = Math.max(context.since, context.waitedOnAt) + timings.patience
  const unattended = context.unattended && event.at >= promised
  const noticed = notice(context, event, { code: 'overflowed', from, to: event.name })
  const moved: Context = {
    ...{ ...context, ...noticed.context },
    ...{ department: event.to, departmentName: event.name },
    ...promisedIn(context, event.sla, event.at),
  }
  const left = leaveLine(context, event, false)
  const via = [...context.via, event.from]
  const joined = joinLine(moved, event, { front: false, via }, [...noticed.effects, left])
  return { ...joined, context: { ...joined.context, unattended, messageLeft } }
}

/** Asks a colleague; its holder keeps it until they accept, and without one it waits on. */
export const handToAgent = afterNote((context, event) => {
  if (!('agent' in event.to)) return {}
  const offer = context.transferCount + 1
  const noticed = notice(context, event, {
    code: 'transferring',
    from: event.name,
    to: event.to.name,
  })
  return {
    context: {
      ...noticed.context,
      transferCount: offer,
      transfer: { agent: event.to.agent, name: event.to.name, offer },
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
          how: { how: context.agent === null ? 'given' : 'transferred', from: event.name },
        },
      },
    ],
  }
})

export const changeHands: Rule<Of<'assigned'>> = (context, event) =>
  holdFromNow(context, event, {
    code: 'transferred',
    from: context.agentName,
    to: event.name,
  })

/** A supervisor has it from now on. Its visitor reads who joined, and colleagues how. */
export const takeOver: Rule<Of<'assigned'>> = (context, event) =>
  holdFromNow(context, event, {
    code: 'assigned',
    agent: event.agent,
    name: event.name,
    waited: 0,
    why: event.how,
  })

/** They have it, whoever had it is free of it, and the transcript says so. */
const holdFromNow = (context: Context, event: Of<'assigned'>, said: Notice) => {
  const noticed = moveNotice(context, event, said)
  const holder = context.agent ? [tellFreed(context, event, context.agent, context.claim)] : []
  return {
    context: {
      ...noticed.context,
      ...heldBy(event),
      ...unreadAnew(context),
      transfer: null,
    },
    effects: [...noticed.effects, ...holder],
  }
}

/** The colleague could not take it, or did not answer: it stays where it is. */
export const keepHands: Rule<At> = (context, event) => {
  const noticed = notice(context, event, {
    code: 'stayed',
    name: context.agentName,
    to: context.transfer?.name ?? '',
  })
  return { context: { ...noticed.context, transfer: null }, effects: noticed.effects }
}
