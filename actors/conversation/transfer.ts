import { addressOf } from '../address'
import { type ConversationContext as Context, heldBy, type Rule } from './context'
import type { Of } from './events'
import { joinLine, tellFreed } from './line'
import { type At, moveNotice, notice } from './notice'
import { unreadAnew } from './unanswered'

export const handToDepartment: Rule<Of<'handed'>> = (context, event) => {
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
  }
  const holder = context.agent ? [tellFreed(context, event, context.agent, context.claim)] : []
  return joinLine(moved, event, { front: true, isHanded: true, refused: [event.by] }, [
    ...noticed.effects,
    ...holder,
  ])
}

/** Asks a colleague; its holder keeps it until they accept. */
export const handToAgent: Rule<Of<'handed'>> = (context, event) => {
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
          how: { how: 'transferred', from: event.name },
        },
      },
    ],
  }
}

export const changeHands: Rule<Of<'assigned'>> = (context, event) => {
  const noticed = moveNotice(context, event, {
    code: 'transferred',
    from: context.agentName,
    to: event.name,
  })
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
