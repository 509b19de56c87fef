import { and, setup } from 'xstate'
import type { Effect } from '../effects'
import { ruleAction } from '../rule'
import type { TurnEvent } from '../turn-event'
import { initialVisitor, type Rule, type VisitorContext } from './context'
import type { Of, VisitorEvent } from './events'
import { mayBeInvited } from './invitation'
import * as merging from './merging'
import { isAsSeen, isFull } from './profile'
import * as rules from './rules'

type Event = TurnEvent<VisitorEvent>

const desk = setup({
  types: {
    context: {} as VisitorContext,
    events: {} as Event,
    input: {} as { id: string },
  },
  actions: { effect: (_, _effect: Effect) => {} },
  guards: {
    /** Nothing was ever heard of them. */
    isNew: ({ event }) => event.version === 1,
    itsOwn: ({ context, event }) =>
      'conversation' in event && event.conversation === context.conversation,
    /** Not known yet, or as the same before. */
    isThemself: ({ context, event }) =>
      event.type === 'identified' && ['', event.subject].includes(context.subject),
    takesOpen: ({ event }) => event.type === 'took' && event.open !== null,
    isNobodyKnown: ({ context, event }) => event.type === 'gaveUp' && context.subject === '',
    isAnother: ({ context, event }) => event.type === 'introduced' && event.email !== context.email,
    /** Newer than all they heard of that conversation. */
    isNews: ({ context, event }) =>
      'news' in event && event.news > (context.news[event.conversation] ?? 0),
    itWasTheirs: ({ context, event }) =>
      event.type === 'moved' && event.from === context.conversation,
    endedOneWasTheirs: ({ context, event }) =>
      event.type === 'moved' && event.over === true && event.from === context.conversation,
    isEarlier: ({ context, event }) =>
      event.type === 'moved' && event.over === true && context.earlier.includes(event.from),
    itsOwnIsOver: ({ context, event }) =>
      (event.type === 'asked' || event.type === 'resumed') &&
      typeof event.over === 'string' &&
      event.over === context.conversation,
    mayBeDescribed: ({ context, event }) =>
      event.type === 'described' &&
      !isFull(context.profile, event.changes) &&
      isAsSeen(context, event.before),
    mayBeInvited: ({ context, event }) => event.type === 'invited' && mayBeInvited(context, event),
    /** What somebody has looked at is what they have. */
    joinsAsSeen: ({ context, event }) =>
      event.type === 'joined' && event.open === context.conversation,
    joinsWithNoneOpen: ({ event }) => event.type === 'joined' && event.open === null,
    bringsOpen: ({ event }) =>
      (event.type === 'welcomed' || event.type === 'separated') && event.open !== null,
    bringsOver: ({ event }) => event.type === 'welcomed' && event.conversations.length > 0,
    bringsNoneOpen: ({ event }) => event.type === 'welcomed' && event.open === null,
    releasesItsOwn: ({ context, event }) =>
      event.type === 'released' &&
      context.conversation !== null &&
      event.conversations.includes(context.conversation),
    isInvited: ({ context }) => context.invitation?.answer === 'none',
  },
})

const by = <E>(rule: Rule<E>) => desk.createAction(ruleAction(rule))

const take = by<Of<'took'>>(rules.take)
const welcome = by<Of<'welcomed'>>(merging.welcome)
const join = by<Of<'joined'>>(merging.join)
const joined = { guard: 'joinsWithNoneOpen', target: 'merged', actions: join } as const
const separate = by<Of<'separated'>>(merging.separate)
const release = by<Of<'released'>>(merging.release)
const took = [
  { guard: 'takesOpen', target: 'talking', actions: take },
  { target: 'here', actions: take },
] as const
const gaveUp = {
  guard: 'isNobodyKnown',
  target: 'away',
  actions: by<Of<'gaveUp'>>(rules.giveUp),
} as const
const earlierOne = { guard: 'isEarlier', actions: by<Of<'moved'>>(rules.keepEarlier) } as const
const invited = { guard: 'mayBeInvited', actions: by<Of<'invited'>>(rules.invite) } as const

/**
 * A visitor has one conversation at a time, and this actor is the only one that says which.
 * Whether a page of theirs is open is known from its connection and never stored.
 */
export const visitorMachine = desk.createMachine({
  id: 'visitor',
  // XState makes an actor without input for every transition: it must not throw.
  context: ({ input }) => initialVisitor(input?.id ?? ''),
  initial: 'away',
  on: {
    identified: { guard: 'isThemself', actions: by<Of<'identified'>>(rules.identify) },
    reported: { actions: by<Of<'reported'>>(rules.report) },
    described: { guard: 'mayBeDescribed', actions: by<Of<'described'>>(rules.describe) },
    declined: { guard: 'isInvited', actions: by<Of<'declined'>>(rules.decline) },
    erased: { target: '.away', actions: by<Of<'erased'>>(rules.erase) },
  },
  states: {
    /** Never asked for anything. */
    away: {
      on: {
        ...{ invited, took, joined },
        imported: { guard: 'isNew', actions: by<Of<'imported'>>(rules.bringIn) },
        asked: { target: 'talking', actions: by<Of<'asked'>>(rules.ask) },
        welcomed: [
          { guard: 'bringsOpen', target: 'talking', actions: welcome },
          { guard: 'bringsOver', target: 'here', actions: welcome },
          { actions: welcome },
        ],
        released: { actions: release },
      },
    },
    /** Has been here; no conversation is open. */
    here: {
      on: {
        ...{ invited, joined },
        welcomed: [
          { guard: 'bringsOpen', target: 'talking', actions: welcome },
          { actions: welcome },
        ],
        released: { actions: release },
        asked: { target: 'talking', actions: by<Of<'asked'>>(rules.ask) },
        resumed: { target: 'talking', actions: by<Of<'resumed'>>(rules.resume) },
        recalled: {
          guard: 'isNews',
          target: 'talking',
          actions: by<Of<'recalled'>>(rules.recall),
        },
        finished: { guard: 'isNews', actions: by<Of<'finished'>>(rules.hear) },
        took,
        gaveUp,
        introduced: { guard: 'isAnother', actions: by<Of<'introduced'>>(rules.introduce) },
        moved: [
          earlierOne,
          { guard: 'endedOneWasTheirs', actions: by<Of<'moved'>>(rules.move) },
          { guard: 'itWasTheirs', target: 'talking', actions: by<Of<'moved'>>(rules.move) },
        ],
      },
    },
    talking: {
      on: {
        joined: { guard: 'joinsAsSeen', target: 'merged', actions: join },
        welcomed: { guard: 'bringsNoneOpen', actions: welcome },
        released: [
          { guard: 'releasesItsOwn', target: 'here', actions: release },
          { actions: release },
        ],
        // They ask again after an end that they have not heard of.
        asked: { guard: 'itsOwnIsOver', actions: by<Of<'asked'>>(rules.ask) },
        resumed: { guard: 'itsOwnIsOver', actions: by<Of<'resumed'>>(rules.resume) },
        finished: [
          {
            guard: and(['itsOwn', 'isNews']),
            target: 'here',
            actions: by<Of<'finished'>>(rules.hear),
          },
          { guard: 'isNews', actions: by<Of<'finished'>>(rules.hear) },
        ],
        recalled: { guard: 'isNews', actions: by<Of<'recalled'>>(rules.hear) },
        // What is open stays: what they took has been before it, or comes in its place.
        took: { actions: by<Of<'took'>>(rules.take) },
        gaveUp,
        introduced: { guard: 'isAnother', actions: by<Of<'introduced'>>(rules.introduce) },
        moved: [earlierOne, { guard: 'itWasTheirs', actions: by<Of<'moved'>>(rules.move) }],
      },
    },
    /** One with another visitor, who has all that was theirs. */
    merged: {
      on: {
        separated: [
          { guard: 'bringsOpen', target: 'talking', actions: separate },
          { target: 'here', actions: separate },
        ],
      },
    },
  },
})
