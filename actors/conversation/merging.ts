import { addressOf } from '../address'
import type { Effect } from '../effects'
import type { RuleResult } from '../rule'
import type { TurnEvent } from '../turn-event'
import type { TakesBack } from './branch'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import { type At, moveNotice, notice } from './notice'
import { close } from './rules'
import { waitFor } from './unanswered'

type Merging = TurnEvent<Of<'merged'>>

/** It ends here and goes on in another one. */
export const mergeOpen: Rule<Merging> = (context, event) => {
  const words = { code: 'merged', name: event.name, into: event.into } as const
  return handOn(context, event, close(context, event, words))
}

/** The same for one that has ended already. */
export const mergeClosed: Rule<Merging> = (context, event) => {
  const words = { code: 'merged', name: event.name, into: event.into } as const
  return handOn(context, event, moveNotice(context, event, words))
}

/** What was said until then is on its way, and so is who said it. */
export const handOn = (
  context: Context,
  event: At & Pick<Merging, 'name' | 'into'>,
  done: RuleResult<Context>,
  takesBack?: TakesBack,
): RuleResult<Context> => ({
  context: { ...done.context, mergedInto: event.into, branchedFrom: null },
  effects: [
    ...(done.effects ?? []),
    {
      do: 'tell',
      to: addressOf('conversation', event.into),
      event: {
        type: 'absorbed',
        at: event.at,
        ...{ name: event.name, from: context.id },
        ...{ visitor: context.visitor, visitorName: context.visitorName },
        upTo: context.lastSeq,
        saidSeq: context.saidSeq,
        unread: context.unanswered.length,
        askedSeq: context.askedSeq,
        ...(takesBack ? { takesBack } : {}),
      },
    },
    tellMoved(event, context.visitor, context.id, event.into, takesBack?.isOpen),
  ],
})

export const tellMoved = (
  event: At,
  visitor: string,
  from: string,
  to: string,
  isOpen = true,
): Effect => ({
  do: 'tell',
  to: addressOf('visitor', visitor),
  event: {
    ...{ type: 'moved', at: event.at, from, conversation: to },
    ...(isOpen ? {} : { over: true as const }),
  },
})

/** What was said elsewhere stands here from now on, in its order and under its own names and times. */
export const absorb: Rule<Of<'absorbed'>> = (context, event) => {
  const { from, visitor, upTo, name } = event
  const came = { name, from, visitor: event.visitorName, lines: upTo }
  const words = { code: event.takesBack ? 'rejoined' : 'absorbed', ...came } as const
  const noticed = notice(context, event, words)
  const offset = noticed.context.lastSeq
  const mergeCount = context.mergeCount + 1
  const mark = `desk-m${mergeCount}-`
  const merge = { from, visitor, first: offset + 1, last: offset + upTo, at: event.at, mark }
  const isGuest = visitor !== context.visitor && !context.guests.includes(visitor)
  const saidSeq = event.saidSeq === 0 ? context.saidSeq : event.saidSeq + offset
  const waits = context.closedAt === null && event.unread > 0
  return {
    context: {
      ...noticed.context,
      lastSeq: merge.last,
      saidSeq,
      // What a colleague has written for later may have been asked for otherwise meanwhile.
      askedSeq: event.askedSeq ? event.askedSeq + offset : context.askedSeq,
      ...(waits ? waitFor(context, { at: event.at, saidSeq, unread: event.unread }) : {}),
      merges: [...context.merges, merge],
      guests: isGuest ? [...context.guests, visitor] : context.guests,
      mergeCount,
      ...(event.takesBack ? withoutBranch(context, from) : {}),
    },
    effects: [
      ...noticed.effects,
      { do: 'write', lines: { write: 'copies', from, upTo, offset, mark } },
      laterMoved(context, event),
    ],
  }
}

/** What is to be sent later in it is another than before. */
export const laterMoved = ({ id }: Pick<Context, 'id'>, { at }: At): Effect => ({
  do: 'announce',
  fact: { topic: addressOf('conversation', id), what: 'scheduled', at },
})

/** What left it is here again. */
const withoutBranch = ({ mergedInto, branches }: Context, from: string): Partial<Context> => ({
  mergedInto: mergedInto === from ? null : mergedInto,
  branches: branches.filter(({ into }) => into !== from),
})

/** It goes back: what came with it is as if it were not, and who came with it goes too. */
export const unmerge: Rule<Of<'unmerged'>> = (context, event) => {
  const merge = context.merges.find(({ from }) => from === event.from)
  if (!merge) return {}
  const { from, visitor, first, last, mark } = merge
  const noticed = notice(context, event, { code: 'unmerged', name: event.name, from })
  const offset = noticed.context.lastSeq + 1 - first
  const mergeCount = context.mergeCount + 1
  const merges = context.merges.filter((one) => one !== merge)
  const stays = merges.some((one) => one.visitor === visitor)
  const unanswered = context.unanswered.filter((seq) => seq < first || seq > last)
  const isGuest = context.guests.includes(visitor)
  return {
    context: {
      ...noticed.context,
      lastSeq: last + offset,
      ...{ merges, mergeCount, unanswered },
      unansweredSince: unanswered.length === 0 ? null : context.unansweredSince,
      unread: Math.min(context.unread, unanswered.length),
      guests: stays ? context.guests : context.guests.filter((id) => id !== visitor),
    },
    effects: [
      ...noticed.effects,
      {
        do: 'write',
        lines: {
          ...{ write: 'covers', as: 'movedBack', back: from, first, last, offset },
          ...{ mark: `desk-m${mergeCount}-`, at: event.at },
          ...(mark === undefined ? {} : { cameAs: mark }),
        },
      },
      {
        do: 'tell',
        to: addressOf('conversation', from),
        event: { type: 'parted', at: event.at, into: context.id },
      },
      laterMoved(context, event),
      ...(isGuest && !stays ? [tellMoved(event, visitor, context.id, from)] : []),
    ],
  }
}

/** It goes on in itself again, as it was: ended. */
export const part: Rule<Of<'parted'>> = (context, event) => {
  const noticed = moveNotice(context, event, { code: 'parted', into: event.into })
  return { context: { ...noticed.context, mergedInto: null }, effects: noticed.effects }
}
