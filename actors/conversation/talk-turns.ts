import type { TimerEvent } from '../events'
import type { TurnEvent } from '../turn-event'
import type { AspectEvent } from './aspects'
import type { Of } from './events'
import * as rules from './rules'
import { ran } from './running'
import { by, byAgent, desk } from './setup'
import { fallSilent } from './silence'
import * as snooze from './snooze'

const LINE = '#conversation.waiting'
const addSaid = by<Of<'said'>>(rules.addSaid)
const changes = by<AspectEvent>(rules.changeBeside)

/** Whose turn it is to say something while somebody holds it; nobody's while it is put off. */
export const talkTurns = desk.createStateConfig({
  initial: 'awaitingAgent',
  on: {
    snoozed: [
      { guard: 'snoozesUntilTime', target: '.snoozed.untilTime', actions: changes },
      { guard: 'snoozesUntilReply', target: '.snoozed.untilReply', actions: changes },
      {
        guard: 'endsSnoozeLoose',
        target: LINE,
        actions: by<AspectEvent>(snooze.requeueByHand),
      },
      { guard: 'endsSnoozeUnanswered', target: '.awaitingAgent', actions: changes },
      { guard: 'endsSnooze', target: '.awaitingVisitor', actions: changes },
    ],
  },
  states: {
    awaitingAgent: {
      on: {
        ran: ran.talking,
        said: [
          { guard: 'byHolder', target: 'awaitingVisitor', actions: addSaid },
          { guard: 'byVisitor', actions: addSaid },
        ],
      },
    },
    awaitingVisitor: {
      entry: by<{ at: number }>(fallSilent),
      on: {
        ran: ran.talking,
        'due.silence': {
          guard: 'isSilent',
          target: '#conversation.closed',
          actions: by<Of<'due.silence'>>(rules.endBySilence),
        },
        said: [
          { guard: 'byVisitor', target: 'awaitingAgent', actions: addSaid },
          { guard: 'byHolder', target: 'awaitingVisitor', reenter: true, actions: addSaid },
        ],
      },
    },
    /** Put off: out of its holder's way, and nobody is held to be silent. */
    snoozed: {
      initial: 'untilReply',
      on: {
        ran: ran.asleep,
        said: [
          {
            guard: 'isLooseAndByVisitor',
            target: LINE,
            actions: by<Of<'said'>>(snooze.requeueBySaid),
          },
          {
            guard: 'byVisitor',
            target: 'awaitingAgent',
            actions: by<Of<'said'>>(snooze.wakeBySaid),
          },
          { guard: 'byHolder', actions: addSaid },
        ],
        returned: {
          guard: 'givesBackSnoozed',
          actions: byAgent<Of<'returned'>>(snooze.loosen),
        },
        assigned: (['handedTo', 'takesOver'] as const).map((guard) => ({
          guard,
          target: 'awaitingAgent' as const,
          actions: by<Of<'assigned'>>(snooze.wakeSilently),
        })),
      },
      states: {
        untilReply: {},
        untilTime: {
          after: {
            snooze: [
              {
                guard: 'isLoose',
                target: LINE,
                actions: by<TurnEvent<TimerEvent>>(snooze.requeue),
              },
              {
                guard: 'isUnanswered',
                target: '#conversation.active.turn.awaitingAgent',
                actions: by<TurnEvent<TimerEvent>>(snooze.wake),
              },
              {
                target: '#conversation.active.turn.awaitingVisitor',
                actions: by<TurnEvent<TimerEvent>>(snooze.wake),
              },
            ],
          },
        },
      },
    },
  },
})
