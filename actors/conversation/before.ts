import type { Effect } from '../effects'
import { aspectsOfLeft } from './aspects'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import { joinLine } from './line'
import { deskClientId, notice, orderedAt } from './notice'
import { addSaid } from './rules'

/** How a talk begins, and what its visitor does while nobody has come. */

export const open: Rule<Of<'opened'>> = (context, event) => {
  const begun: Context = {
    ...context,
    visitor: event.visitor,
    visitorName: event.name,
    department: event.department,
    departmentName: event.departmentName,
    timings: event.timings,
    slaTerms: event.sla ?? null,
    openedAt: event.at,
    visitorWants: event.visitorWants ?? context.visitorWants,
  }
  const before = comesBefore(begun, event)
  const said = addSaid(before.context, {
    ...event,
    type: 'said',
    by: 'visitor',
    author: event.visitor,
  })
  const first = event.wanted?.free ? { first: event.wanted.agent } : {}
  const joined = joinLine(
    { ...before.context, ...said.context },
    event,
    { front: false, ...first },
    [...before.effects, ...(said.effects ?? [])],
  )
  return event.leaves ? { ...joined, context: { ...joined.context, ...left(begun) } } : joined
}

const left = (context: Context): Partial<Context> => ({
  messageLeft: true,
  ...aspectsOfLeft(context),
})

/** What stands above the first message. */
const comesBefore = (begun: Context, event: Of<'opened'>) => {
  let context = begun
  const effects: Effect[] = []
  const add = (step: { context: Partial<Context>; effects: readonly Effect[] }) => {
    context = { ...context, ...step.context }
    effects.push(...step.effects)
  }
  const { greeting, wanted } = event
  if (greeting) add(notice(context, event, { code: 'greeted' }, { text: greeting }))
  if (event.answered) add(answers(context, event))
  if (wanted)
    add(notice(context, event, { code: 'askedFor', name: wanted.name, free: wanted.free }))
  return { context, effects }
}

const answers = (context: Context, event: Of<'opened'>) => {
  const seq = context.lastSeq + 1
  const at = orderedAt(context, event)
  const entry = {
    ...({ seq, clientId: deskClientId(seq), by: 'desk', author: null, name: '', at } as const),
    text: event.details ?? '',
    body: { kind: 'answers', fields: [], consent: null, ...event.answered } as const,
    changes: null,
  }
  const append: Effect = { do: 'append', entry }
  return { context: { lastSeq: seq, lastAt: at, answersSeq: seq }, effects: [append] }
}

/** They wait on: the department's patience begins anew. */
export const waitOn: Rule<Of<'waitedOn'>> = (_context, event) => ({
  context: { unattended: false, waitedOnAt: event.at },
})

export const leaveMessage: Rule<Of<'leftMessage'>> = (context, event) => {
  const noticed = notice(context, event, { code: 'leftMessage' })
  return { context: { ...noticed.context, ...left(context) }, effects: noticed.effects }
}
