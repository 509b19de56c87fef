import { setup } from 'xstate'
import type { Effect } from '../effects'
import type { TimerEvent } from '../events'
import { REOPEN_WINDOW } from '../limits'
import type { Step, Taken } from '../step'
import * as assignment from './assignment'
import { type ConversationContext, freshConversation } from './context'
import type { ConversationEvent } from './events'
import * as rules from './rules'
import * as transfer from './transfer'

type Event = Taken<ConversationEvent>
type Of<T extends ConversationEvent['type']> = Extract<Event, { type: T }>

const desk = setup({
  types: {
    context: {} as ConversationContext,
    events: {} as Event,
    input: {} as { id: string },
  },
  actions: { effect: (_, _effect: Effect) => {} },
  delays: {
    patience: ({ context, event }) =>
      Math.max(0, context.since + context.timings.patience - event.at),
    accept: ({ context }) => context.timings.accept,
    silence: ({ context }) => context.timings.silence,
  },
  guards: {
    byItsPeople: ({ context, event }) =>
      event.type === 'said' &&
      (event.by === 'visitor' ? event.author === context.visitor : event.author === context.agent),
    byVisitor: ({ context, event }) =>
      event.type === 'said' && event.by === 'visitor' && event.author === context.visitor,
    byHolder: ({ context, event }) =>
      event.type === 'said' && event.by === 'agent' && event.author === context.agent,
    further: ({ context, event }) =>
      event.type === 'seen' &&
      event.upTo <= context.lastSeq &&
      event.upTo > (event.by === 'agent' ? context.seenByAgent : context.seenByVisitor),
    /** An offer of this visit to the line, and none that is over. */
    current: ({ context, event }) =>
      (event.type === 'offered' || event.type === 'assigned') &&
      event.ticket === context.ticket &&
      event.offer > context.spent,
    taking: ({ event }) => event.type === 'assigned' && event.how.how === 'took',
    rangAt: ({ context, event }) =>
      event.type === 'passed' &&
      event.agent === context.ringing?.agent &&
      event.offer === context.ringing.offer,
    handedTo: ({ context, event }) =>
      (event.type === 'assigned' || event.type === 'passed') &&
      event.agent === context.handing?.agent &&
      event.offer === context.handing.offer,
    holds: ({ context, event }) => event.type === 'returned' && event.agent === context.agent,
    toldUnattended: ({ context }) => context.unattended,
    thisVisit: ({ context, event }) =>
      event.type === 'unattended' && event.ticket === context.ticket,
    toDepartment: ({ context, event }) =>
      event.type === 'handed' && 'department' in event.to && event.by === context.agent,
    toAgent: ({ context, event }) =>
      event.type === 'handed' && 'agent' in event.to && event.by === context.agent,
    inTime: ({ context, event }) =>
      event.type === 'reopened' && event.at - (context.closedAt ?? 0) <= REOPEN_WINDOW,
    mayEnd: ({ context, event }) =>
      event.type === 'ended' &&
      (event.by === 'visitor' ? event.author === context.visitor : event.author === context.agent),
  },
})

/** Runs a rule: takes over what changes and asks for its effects. */
const by = <E>(rule: (context: ConversationContext, event: E) => Step<ConversationContext>) =>
  desk.enqueueActions(({ context, event, enqueue }) => {
    const { context: changed, effects } = rule(context, event as E)
    if (changed) enqueue.assign(changed)
    for (const effect of effects ?? []) enqueue({ type: 'effect', params: effect })
  })

export const conversationMachine = desk.createMachine({
  id: 'conversation',
  context: ({ input }) => freshConversation(input.id),
  initial: 'fresh',
  on: {
    seen: { guard: 'further', actions: by<Of<'seen'>>(rules.markSeen) },
    // Whoever offers or accepts what is not to be had is told so, in every state.
    offered: { actions: by<Of<'offered'>>(assignment.release) },
    assigned: { actions: by<Of<'assigned'>>(assignment.release) },
  },
  states: {
    fresh: {
      on: { opened: { target: 'waiting', actions: by<Of<'opened'>>(rules.open) } },
    },
    waiting: {
      initial: 'inLine',
      on: {
        said: { guard: 'byVisitor', actions: by<Of<'said'>>(rules.addSaid) },
        offered: {
          guard: 'current',
          target: 'offered',
          actions: by<Of<'offered'>>(assignment.ring),
        },
        assigned: [
          { guard: 'current', target: 'active', actions: by<Of<'assigned'>>(assignment.assign) },
          { guard: 'taking', target: 'active', actions: by<Of<'assigned'>>(assignment.assign) },
        ],
        ended: { guard: 'mayEnd', target: 'closed', actions: by<Of<'ended'>>(rules.end) },
      },
      states: {
        inLine: {
          // Back from an agent who did not answer: what it was told holds.
          always: { guard: 'toldUnattended', target: 'left' },
          on: {
            unattended: {
              guard: 'thisVisit',
              target: 'left',
              actions: by<Of<'unattended'>>(assignment.unattended),
            },
          },
          after: { patience: { target: 'left', actions: by<TimerEvent>(assignment.unattended) } },
        },
        /** Left a message: nobody is promised, and whoever comes on duty gets it. */
        left: {},
      },
    },
    offered: {
      on: {
        said: { guard: 'byVisitor', actions: by<Of<'said'>>(rules.addSaid) },
        offered: {
          guard: 'current',
          target: 'offered',
          reenter: true,
          actions: by<Of<'offered'>>(assignment.ring),
        },
        assigned: [
          { guard: 'current', target: 'active', actions: by<Of<'assigned'>>(assignment.assign) },
          { guard: 'taking', target: 'active', actions: by<Of<'assigned'>>(assignment.assign) },
        ],
        passed: {
          guard: 'rangAt',
          target: 'waiting',
          actions: by<Of<'passed'>>(assignment.passedOn),
        },
        ended: { guard: 'mayEnd', target: 'closed', actions: by<Of<'ended'>>(rules.end) },
      },
      after: { accept: { target: 'waiting', actions: by<TimerEvent>(assignment.unanswered) } },
    },
    active: {
      type: 'parallel',
      on: {
        ended: { guard: 'mayEnd', target: 'closed', actions: by<Of<'ended'>>(rules.end) },
        returned: {
          guard: 'holds',
          target: 'waiting',
          actions: by<Of<'returned'>>(assignment.comeBack),
        },
        handed: {
          guard: 'toDepartment',
          target: 'waiting',
          actions: by<Of<'handed'>>(transfer.handToDepartment),
        },
      },
      states: {
        turn: {
          initial: 'awaitingAgent',
          states: {
            awaitingAgent: {
              on: {
                said: [
                  {
                    guard: 'byHolder',
                    target: 'awaitingVisitor',
                    actions: by<Of<'said'>>(rules.addSaid),
                  },
                  { guard: 'byVisitor', actions: by<Of<'said'>>(rules.addSaid) },
                ],
              },
            },
            awaitingVisitor: {
              on: {
                said: [
                  {
                    guard: 'byVisitor',
                    target: 'awaitingAgent',
                    actions: by<Of<'said'>>(rules.addSaid),
                  },
                  {
                    guard: 'byHolder',
                    target: 'awaitingVisitor',
                    reenter: true,
                    actions: by<Of<'said'>>(rules.addSaid),
                  },
                ],
              },
              after: {
                silence: {
                  target: '#conversation.closed',
                  actions: by<TimerEvent>(rules.endBySilence),
                },
              },
            },
          },
        },
        hands: {
          initial: 'steady',
          states: {
            steady: {
              on: {
                handed: {
                  guard: 'toAgent',
                  target: 'handing',
                  actions: by<Of<'handed'>>(transfer.handToAgent),
                },
              },
            },
            handing: {
              on: {
                assigned: {
                  guard: 'handedTo',
                  target: 'steady',
                  actions: by<Of<'assigned'>>(transfer.changeHands),
                },
                passed: {
                  guard: 'handedTo',
                  target: 'steady',
                  actions: by<Of<'passed'>>(transfer.keepHands),
                },
              },
              after: { accept: { target: 'steady', actions: by<TimerEvent>(transfer.keepHands) } },
            },
          },
        },
      },
    },
    closed: {
      initial: 'unrated',
      on: {
        reopened: { guard: 'inTime', target: 'waiting', actions: by<Of<'reopened'>>(rules.reopen) },
        assigned: {
          guard: 'taking',
          target: 'active',
          actions: by<Of<'assigned'>>(assignment.reopenFor),
        },
      },
      states: {
        unrated: {
          on: { rated: { target: 'rated', actions: by<Of<'rated'>>(rules.rate) } },
        },
        rated: {},
      },
    },
  },
})
