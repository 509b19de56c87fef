import { setup } from 'xstate'
import type { Effect } from '../effects'
import type { TimerEvent } from '../events'
import { ASK_AGAIN_MS } from '../limits'
import { ruleAction } from '../rule'
import type { TurnEvent } from '../turn-event'
import { changeWants, queue } from './arriving'
import { type DepartmentContext, initialDepartment, type Rule } from './context'
import type { DepartmentEvent, Of } from './events'
import * as office from './office'
import { followHours } from './opening'
import { answerOverflow } from './overflowing'
import * as rules from './rules'

type Event = TurnEvent<DepartmentEvent>

const desk = setup({
  types: {
    context: {} as DepartmentContext,
    events: {} as Event,
    input: {} as { id: string },
  },
  actions: { effect: (_, _effect: Effect) => {} },
  delays: { askAgain: ASK_AGAIN_MS },
  guards: {
    toAskAgain: ({ context }) => context.askAgain,
    nobodyToAsk: ({ context }) => !context.askAgain,
    isActive: ({ context }) => context.removedAt === null,
    isRemoved: ({ context }) => context.removedAt !== null,
    isAsSeen: ({ context, event }) =>
      event.type === 'configured' && office.isAsSeen(context, event),
    isCalledSo: ({ context, event }) =>
      event.type === 'renamed' && office.isCalledSo(context, event),
  },
})

const by = <E>(rule: Rule<E>) => desk.createAction(ruleAction(rule))

export const departmentMachine = desk.createMachine({
  id: 'department',
  // XState makes an actor without input for every transition: it must not throw.
  context: ({ input }) => initialDepartment(input?.id ?? ''),
  initial: 'unmade',
  states: {
    unmade: {
      on: { created: { target: 'open', actions: by<Of<'created'>>(office.create) } },
    },
    open: {
      initial: 'calm',
      on: {
        configured: { guard: 'isAsSeen', actions: by<Of<'configured'>>(office.configure) },
        renamed: { guard: 'isCalledSo', actions: by<Of<'renamed'>>(office.rename) },
        // Its line and its floor go on: somebody may have asked in this very moment.
        removed: { guard: 'isActive', actions: by<Of<'removed'>>(office.remove) },
        restored: { guard: 'isRemoved', actions: by<Of<'restored'>>(office.restore) },
        queued: { actions: by<Of<'queued'>>(queue) },
        wantsChanged: { actions: by<Of<'wantsChanged'>>(changeWants) },
        overflowAsked: { actions: by<Of<'overflowAsked'>>(answerOverflow) },
        overflowOpened: { actions: by<Of<'overflowOpened'>>(rules.askOnceMore) },
        left: { actions: by<Of<'left'>>(rules.leave) },
        reported: { actions: by<Of<'reported'>>(rules.report) },
        offerAnswered: { actions: by<Of<'offerAnswered'>>(rules.hearAnswer) },
        offerExpired: { actions: by<Of<'offerExpired'>>(rules.expireOffer) },
        endedBySilence: { actions: by<Of<'endedBySilence'>>(rules.askForWrapUp) },
        continued: { actions: by<Of<'continued'>>(rules.goOn) },
        'due.hours': { actions: by<Of<'due.hours'>>(followHours) },
        'due.line': { actions: by<Of<'due.line'>>(rules.goOn) },
        swept: { actions: by<Of<'swept'>>(rules.goOn) },
      },
      states: {
        calm: { always: { guard: 'toAskAgain', target: 'asking' } },
        /** Somebody waits whom an agent has passed on. */
        asking: {
          always: { guard: 'nobodyToAsk', target: 'calm' },
          after: {
            askAgain: {
              target: 'asking',
              reenter: true,
              actions: by<TurnEvent<TimerEvent>>(rules.askAgain),
            },
          },
        },
      },
    },
  },
})
