import { stateIn } from 'xstate'
import type { TimerEvent } from '../events'
import type { TurnEvent } from '../turn-event'
import { initialAgent } from './context'
import type { Of } from './events'
import * as office from './office'
import * as rules from './rules'
import { by, desk } from './setup'

/**
 * Two things are true of an agent at once: whether they are on duty by their own word, and whether
 * they can be reached. Only both together bring them work.
 */
export const agentMachine = desk.createMachine({
  id: 'agent',
  // XState makes an actor without input for every transition: it must not throw.
  context: ({ input }) => initialAgent(input?.id ?? ''),
  type: 'parallel',
  on: {
    hired: { guard: 'isNobody', actions: by<Of<'hired'>>(office.hire) },
    changed: { guard: 'isAsSeen', actions: by<Of<'changed'>>(office.change) },
    enabled: { guard: 'isDisabled', actions: by<Of<'enabled'>>(office.enable) },
    accepted: { guard: 'ringsHere', actions: by<Of<'accepted'>>(rules.accept) },
    declined: { guard: 'ringsHere', actions: by<Of<'declined'>>(rules.decline) },
    offered: { actions: by<Of<'offered'>>(rules.rejectOffer) },
    freed: { guard: 'isConcerned', actions: by<Of<'freed'>>(rules.release) },
    putOff: { guard: 'isNewSnooze', actions: by<Of<'putOff'>>(rules.putOff) },
  },
  states: {
    duty: {
      initial: 'off',
      on: {
        disabled: {
          guard: 'isAdmitted',
          target: '.off',
          actions: by<Of<'disabled'>>(office.disable),
        },
      },
      states: {
        off: {
          on: {
            readied: {
              guard: 'isAdmitted',
              target: 'on',
              actions: by<Of<'readied'>>(rules.comeOnDuty),
            },
            paused: {
              guard: 'isAdmitted',
              target: 'away',
              actions: by<Of<'paused'>>(rules.pause),
            },
            took: { guard: 'canTakeOver', target: 'away', actions: by<Of<'took'>>(rules.take) },
          },
        },
        on: {
          initial: 'free',
          on: {
            paused: { target: 'away', actions: by<Of<'paused'>>(rules.pause) },
            signedOff: { target: 'off', actions: by<Of<'signedOff'>>(rules.signOff) },
            took: { guard: 'canTake', actions: by<Of<'took'>>(rules.take) },
          },
          states: {
            free: {
              always: { guard: 'isFull', target: 'full' },
              on: {
                offered: { guard: 'canReceive', actions: by<Of<'offered'>>(rules.receive) },
                freed: {
                  guard: 'toRest',
                  target: 'wrapUp',
                  actions: by<Of<'freed'>>(rules.release),
                },
              },
            },
            full: {
              always: { guard: 'hasRoom', target: 'free' },
              on: {
                freed: {
                  guard: 'toRest',
                  target: 'wrapUp',
                  actions: by<Of<'freed'>>(rules.release),
                },
              },
            },
            /** A rest after a conversation; nothing new comes until it is over. */
            wrapUp: {
              on: { readied: { target: 'free', actions: by<Of<'readied'>>(rules.comeOnDuty) } },
              after: { wrapUp: 'free' },
            },
          },
        },
        away: {
          on: {
            paused: { actions: by<Of<'paused'>>(rules.pause) },
            readied: { target: 'on', actions: by<Of<'readied'>>(rules.comeOnDuty) },
            signedOff: { target: 'off', actions: by<Of<'signedOff'>>(rules.signOff) },
            took: { guard: 'canTake', actions: by<Of<'took'>>(rules.take) },
          },
        },
      },
    },
    reach: {
      initial: 'absent',
      states: {
        absent: {
          on: {
            appeared: {
              guard: 'isHired',
              target: 'present',
              actions: by<Of<'appeared'>>(rules.appear),
            },
          },
        },
        present: {
          on: {
            appeared: { guard: 'newNode', actions: by<Of<'appeared'>>(rules.appear) },
            vanished: [
              { guard: 'lastNode', target: 'grace', actions: by<Of<'vanished'>>(rules.vanish) },
              { guard: 'knownNode', actions: by<Of<'vanished'>>(rules.vanish) },
            ],
          },
        },
        /** Their last connection is gone: for a while nothing is taken from them. */
        grace: {
          on: {
            appeared: {
              guard: 'isHired',
              target: 'present',
              actions: by<Of<'appeared'>>(rules.appear),
            },
          },
          after: {
            grace: [
              { guard: stateIn({ duty: 'off' }), target: 'absent' },
              {
                target: ['absent', '#agent.duty.away'],
                actions: by<TurnEvent<TimerEvent>>(rules.lose),
              },
            ],
          },
        },
      },
    },
  },
})
