import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { Notice } from '../entry'
import type { RuleResult } from '../rule'
import type { TurnEvent } from '../turn-event'
import { aspectsIn } from './aspects'
import type { BranchBegin } from './branch'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import { joinLine } from './line'
import { absorb, handOn, laterMoved, tellMoved } from './merging'
import { type At, notice } from './notice'
import { close } from './rules'

type Splitting = TurnEvent<Of<'split'>>
type TakingBack = TurnEvent<Of<'unsplit'>>

/** It ends here; from a line on it goes on in a conversation of its own. */
export const splitOpen: Rule<Splitting> = (context, event) =>
  branchOff(context, event, close(context, event, wordsOf(event), { rests: false }))

/** The same for one that has ended already: so has what goes on in the other one. */
export const splitClosed: Rule<Splitting> = (context, event) =>
  branchOff(context, event, notice(context, event, wordsOf(event)))

const wordsOf = ({ name, into }: Of<'split'>): Notice => ({ code: 'split', name, into })

/** What is said from then on is on its way there; until it has come it is here too. */
const branchOff = (
  context: Context,
  event: Splitting,
  done: RuleResult<Context>,
): RuleResult<Context> => {
  const { into, first, saidBefore } = event
  const branch = { into, first, last: context.lastSeq }
  const unanswered = context.unanswered.filter((seq) => seq < first)
  const { name, at } = event
  const told = { type: 'branched', at, name, from: context.id, first, upTo: branch.last } as const
  return {
    context: {
      ...done.context,
      mergedInto: into,
      branches: [...context.branches, branch],
      saidSeq: saidBefore,
      unanswered,
      unansweredSince: unanswered.length === 0 ? null : context.unansweredSince,
      // What came into it with the part that leaves it cannot go back from here any more.
      merges: context.merges.filter(({ last }) => last < first),
    },
    effects: [
      ...(done.effects ?? []),
      {
        do: 'tell',
        to: addressOf('conversation', into),
        event: { ...told, begins: beginOf(context, event) },
      },
    ],
  }
}

/** What the other one begins with, by its own seqs: one notice comes before what was said. */
const beginOf = (context: Context, { at, first }: Splitting): BranchBegin => {
  const { visitor, visitorName, guests, department, departmentName, timings } = context
  const { visitorWants } = context
  const { agent, agentName, answered, mergeCount, closedAt } = context
  const unanswered = context.unanswered.filter((seq) => seq >= first)
  const there = (seq: number) => (seq < first ? 0 : seq + 2 - first)
  return {
    ...{ visitor, visitorName, guests, department, departmentName, timings, visitorWants },
    ...{ agent, agentName, answered, closedAt, memory: { ...aspectsIn(context), snooze: null } },
    // Marks of what came into it before stay, and those of what will come are others.
    mergeCount: mergeCount + 1,
    saidSeq: there(context.saidSeq),
    askedSeq: there(context.askedSeq),
    seenByAgent: there(context.seenByAgent),
    seenByVisitor: there(context.seenByVisitor),
    unanswered: unanswered.map(there),
    unansweredSince: unanswered.length === 0 ? null : (context.unansweredSince ?? at),
  }
}

/** It begins with what was said in another one from a line on, and waits for whoever had that. */
export const branchOpen: Rule<TurnEvent<Of<'branched'>>> = (context, event) => {
  const begun = begin(context, event)
  const { agent, agentName: name } = event.begins
  const now = { ...context, ...begun.context, agent: null }
  return goOn(now, event, agent === null ? null : { agent, name }, begun.effects ?? [])
}

/** The same where that one had ended. */
export const branchClosed: Rule<TurnEvent<Of<'branched'>>> = (context, event) => {
  const begun = begin(context, event)
  const lastSeq = begun.context?.lastSeq ?? 0
  return { ...begun, context: { ...begun.context, movedSeq: lastSeq, endedSeq: lastSeq } }
}

const begin = (context: Context, event: Of<'branched'>): RuleResult<Context> => {
  const { at, name, from, first, upTo, begins } = event
  const noticed = notice(context, event, { code: 'branched', name, from })
  const offset = noticed.context.lastSeq + 1 - first
  const { memory, ...rest } = begins
  const isOpen = begins.closedAt === null
  const people = [begins.visitor, ...begins.guests]
  return {
    context: {
      ...noticed.context,
      ...memory,
      ...rest,
      openedAt: at,
      lastSeq: upTo + offset,
      branchedFrom: { conversation: from, at },
    },
    effects: [
      ...noticed.effects,
      {
        do: 'write',
        lines: { write: 'branch', from, first, upTo, offset, mark: `desk-b${begins.mergeCount}-` },
      },
      {
        do: 'tell',
        to: addressOf('conversation', from),
        event: { type: 'branchedOff', at, into: context.id },
      },
      laterMoved(context, event),
      ...people.map((each) => tellMoved(event, each, from, context.id, isOpen)),
    ],
  }
}

/** Waits at the front of its line, and for whoever has had it until now, if they have room. */
const goOn = (
  context: Context,
  event: At,
  to: { agent: string; name: string } | null,
  before: readonly Effect[],
): RuleResult<Context> => {
  const joined = joinLine(context, event, { front: true }, before)
  if (to === null) return joined
  const offer = context.transferCount + 1
  return {
    context: { ...joined.context, transferCount: offer, transfer: { ...to, offer } },
    effects: [
      ...(joined.effects ?? []),
      {
        do: 'tell',
        to: addressOf('agent', to.agent),
        event: {
          ...{ type: 'offered', at: event.at, conversation: context.id, ticket: 0, offer },
          from: { agent: to.agent, name: to.name },
          manual: false,
          how: { how: 'kept' },
        },
      },
    ],
  }
}

/** What left is there by now: it is here no more. */
export const leave: Rule<Of<'branchedOff'>> = (context, event) => {
  const branch = context.branches.find(({ into }) => into === event.into)
  if (!branch) return {}
  const { first, last } = branch
  const offset = context.lastSeq + 1 - first
  const mergeCount = context.mergeCount + 1
  const mark = `desk-m${mergeCount}-`
  const { at } = event
  return {
    context: { mergeCount, lastSeq: last + offset },
    effects: [
      {
        do: 'write',
        lines: { write: 'covers', as: 'movedOn', first, last, offset, mark, at },
      },
    ],
  }
}

/** It goes back to the one it left, which ends it. */
export const unsplitOpen: Rule<TakingBack> = (context, event) =>
  goBack(context, event, (words) => close(context, event, words, { rests: false }))

/** The same for one that has ended already. */
export const unsplitClosed: Rule<TakingBack> = (context, event) =>
  goBack(context, event, (words) => notice(context, event, words))

const goBack = (
  context: Context,
  event: TakingBack,
  done: (words: Notice) => RuleResult<Context>,
): RuleResult<Context> => {
  const { branchedFrom, agent, agentName: name, closedAt } = context
  if (!branchedFrom) return {}
  const into = branchedFrom.conversation
  const holder = closedAt === null && agent !== null ? { agent, name } : null
  const words = { code: 'unsplit', name: event.name, into } as const
  const takesBack = { isOpen: closedAt === null, holder }
  return handOn(context, { ...event, into }, done(words), takesBack)
}

/** What left it is back, and goes on here as it did there. */
export const goOnWithBranch: Rule<Of<'absorbed'>> = (context, event) => {
  const { context: came, effects = [] } = absorb(context, event)
  const now = { ...context, ...came, agent: null, closedAt: null, wrapUp: null, rating: null }
  return goOn(now, event, event.takesBack?.holder ?? null, effects)
}
