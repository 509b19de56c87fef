import { setup } from 'xstate'
import type { Effect } from '../effects'
import type { TimerEvent } from '../events'
import { follow, type Taken } from '../step'
import * as assignment from './assignment'
import { type ConversationContext, freshConversation, type Rule } from './context'
import type { ConversationEvent, Of } from './events'
import { guards } from './guards'
import * as rules from './rules'
import * as transfer from './transfer'

type Event = Taken<ConversationEvent>

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
  guards,
})

const by = <E>(rule: Rule<E>) => desk.createAction(follow(rule))

/** The same for what an agent says of his holding: it is his newest word from now on. */
const heard = <E extends { agent: string; word: number }>(rule: Rule<E>) =>
  by<E>((context, event) => {
    const step = rule(context, event)
    const words = { ...context.heard, [event.agent]: event.word }
    return { ...step, context: { ...step.context, heard: words } }
  })

const addSaid = by<Of<'said'>>(rules.addSaid)
const end = by<Of<'ended'>>(rules.end)

export const conversationMachine = desk.createMachine({
  id: 'conversation',
  // XState makes an actor without input for every transition: it must not throw.
  context: ({ input }) => freshConversation(input?.id ?? ''),
  initial: 'fresh',
  on: {
    seen: { guard: 'further', actions: by<Of<'seen'>>(rules.markSeen) },
    // Whoever offers or accepts what is not to be had is told so, in every state.
    offered: { guard: 'isNews', actions: heard<Of<'offered'>>(assignment.release) },
    assigned: { guard: 'isNews', actions: heard<Of<'assigned'>>(assignment.release) },
    passed: { guard: 'isNewsOfHolding', actions: heard<Of<'passed'>>(assignment.hear) },
    returned: { guard: 'isNews', actions: heard<Of<'returned'>>(assignment.hear) },
  },
  states: {
    fresh: {
      on: { opened: { target: 'waiting', actions: by<Of<'opened'>>(rules.open) } },
    },
    waiting: {
      initial: 'inLine',
      on: {
        said: { guard: 'byVisitor', actions: addSaid },
        offered: {
          guard: 'ringsNow',
          target: 'offered',
          actions: heard<Of<'offered'>>(assignment.ring),
        },
        assigned: {
          guard: 'accepts',
          target: 'active',
          actions: heard<Of<'assigned'>>(assignment.assign),
        },
        returned: { guard: 'isNews', actions: heard<Of<'returned'>>(assignment.regret) },
        ended: { guard: 'mayEnd', target: 'closed', actions: end },
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
        said: { guard: 'byVisitor', actions: addSaid },
        offered: {
          guard: 'ringsNow',
          target: 'offered',
          reenter: true,
          actions: heard<Of<'offered'>>(assignment.ring),
        },
        assigned: {
          guard: 'accepts',
          target: 'active',
          actions: heard<Of<'assigned'>>(assignment.assign),
        },
        passed: {
          guard: 'rangAt',
          target: 'waiting',
          actions: heard<Of<'passed'>>(assignment.passedOn),
        },
        returned: [
          { guard: 'rangAt', target: 'waiting', actions: heard<Of<'returned'>>(assignment.regret) },
          { guard: 'isNews', actions: heard<Of<'returned'>>(assignment.regret) },
        ],
        ended: { guard: 'mayEnd', target: 'closed', actions: end },
      },
      after: { accept: { target: 'waiting', actions: by<TimerEvent>(assignment.unanswered) } },
    },
    active: {
      type: 'parallel',
      on: {
        ended: { guard: 'mayEnd', target: 'closed', actions: end },
        returned: {
          guard: 'fromHolder',
          target: 'waiting',
          actions: heard<Of<'returned'>>(assignment.comeBack),
        },
        // Mail crossed: what he says of a newer holding means that this one is over.
        assigned: { guard: 'fromHolder', actions: heard<Of<'assigned'>>(assignment.holdOn) },
        offered: {
          guard: 'fromHolder',
          target: 'waiting',
          actions: heard<Of<'offered'>>(assignment.comeBackLate),
        },
        passed: {
          guard: 'fromHolderOfHolding',
          target: 'waiting',
          actions: heard<Of<'passed'>>(assignment.comeBackLate),
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
                  { guard: 'byHolder', target: 'awaitingVisitor', actions: addSaid },
                  { guard: 'byVisitor', actions: addSaid },
                ],
              },
            },
            awaitingVisitor: {
              on: {
                said: [
                  { guard: 'byVisitor', target: 'awaitingAgent', actions: addSaid },
                  { guard: 'byHolder', target: 'awaitingVisitor', reenter: true, actions: addSaid },
                ],
              },
              after: {
                silence: {
                  target: '#conversation.closed',
                  actions: by<Taken<TimerEvent>>(rules.endBySilence),
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
                  actions: heard<Of<'assigned'>>(transfer.changeHands),
                },
                returned: {
                  guard: 'gaveUp',
                  target: 'steady',
                  actions: heard<Of<'returned'>>(transfer.keepHands),
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
          guard: 'takes',
          target: 'active',
          actions: heard<Of<'assigned'>>(assignment.reopenFor),
        },
      },
      states: {
        unrated: {
          on: {
            rated: {
              guard: 'stillRateable',
              target: 'rated',
              actions: by<Of<'rated'>>(rules.rate),
            },
          },
        },
        rated: {
          on: {
            // He may think better of it until it goes on: the last one counts.
            rated: { guard: 'ratesOtherwise', actions: by<Of<'rated'>>(rules.rate) },
            commented: { guard: 'stillRateable', actions: by<Of<'commented'>>(rules.comment) },
          },
        },
      },
    },
  },
})
