import type { TimerEvent } from '../events'
import * as assignment from './assignment'
import * as before from './before'
import { always, beside } from './beside'
import { entryChanges } from './change-transitions'
import { initialConversation } from './context'
import type { Of } from './events'
import { imported } from './imported-states'
import * as ringing from './ringing'
import * as rules from './rules'
import { ran } from './running'
import { by, byAgent, desk } from './setup'
import {
  begins,
  given,
  goesBack,
  goesBackClosed,
  goesOnAgain,
  goesOnElsewhere,
  hasEnded,
  merging,
  splitsOff,
  splitsOffClosed,
  takenOver,
} from './supervised'
import { talkTurns } from './talk-turns'
import * as transfer from './transfer'
import { waitingStates } from './waiting-states'
import * as wrapUp from './wrap-up'

const addSaid = by<Of<'said'>>(rules.addSaid)
const end = by<Of<'ended'>>(rules.end)
const releasedUnheard = byAgent<Of<'returned'>>(ringing.releasedUnheard)

const leaving = { split: splitsOff, unsplit: goesBack } as const

export const conversationMachine = desk.createMachine({
  id: 'conversation',
  // XState makes an actor without input for every transition: it must not throw.
  context: ({ input }) => initialConversation(input?.id ?? ''),
  initial: 'unopened',
  on: {
    ...entryChanges,
    seen: { guard: 'further', actions: by<Of<'seen'>>(rules.markSeen) },
    claimed: { guard: 'claims', actions: by<Of<'claimed'>>(rules.claim) },
    visitorNamed: { guard: 'namedOtherwise', actions: by<Of<'visitorNamed'>>(rules.nameVisitor) },
    visitorKnown: { guard: 'knownOtherwise', actions: by<Of<'visitorKnown'>>(rules.knowVisitor) },
    mended: { actions: by<Of<'mended'>>(rules.goOnAfter) },
    // Whoever offers or accepts what is not to be had is told so, in every state.
    offered: { guard: 'isNews', actions: byAgent<Of<'offered'>>(assignment.release) },
    assigned: { guard: 'isNews', actions: byAgent<Of<'assigned'>>(assignment.release) },
    passed: { guard: 'isNewsOfHolding', actions: byAgent<Of<'passed'>>(assignment.keepVersion) },
    returned: { guard: 'isNews', actions: byAgent<Of<'returned'>>(assignment.keepVersion) },
    ...merging,
  },
  states: {
    unopened: {
      on: {
        opened: { target: 'waiting', actions: by<Of<'opened'>>(before.open) },
        branched: begins,
        imported,
      },
    },
    waiting: {
      initial: 'inLine',
      on: {
        ...always,
        said: { guard: 'byVisitor', actions: addSaid },
        offered: {
          guard: 'ringsNow',
          target: 'offered',
          actions: byAgent<Of<'offered'>>(ringing.ring),
        },
        assigned: {
          guard: 'accepts',
          target: 'active',
          actions: byAgent<Of<'assigned'>>(assignment.assign),
        },
        returned: {
          guard: 'isNews',
          actions: releasedUnheard,
        },
        ended: { guard: 'mayEnd', target: 'closed', actions: end },
        merged: goesOnElsewhere,
        ...leaving,
        handed: given,
        overflowed: {
          guard: 'overflows',
          target: 'waiting',
          reenter: true,
          actions: by<Of<'overflowed'>>(transfer.overflow),
        },
      },
      states: waitingStates,
    },
    offered: {
      on: {
        ...always,
        said: { guard: 'byVisitor', actions: addSaid },
        offered: {
          guard: 'ringsNow',
          target: 'offered',
          reenter: true,
          actions: byAgent<Of<'offered'>>(ringing.ring),
        },
        assigned: {
          guard: 'accepts',
          target: 'active',
          actions: byAgent<Of<'assigned'>>(assignment.assign),
        },
        passed: {
          guard: 'rangAt',
          target: 'waiting',
          actions: byAgent<Of<'passed'>>(ringing.passedOn),
        },
        returned: [
          {
            guard: 'rangAt',
            target: 'waiting',
            actions: releasedUnheard,
          },
          {
            guard: 'isNews',
            actions: releasedUnheard,
          },
        ],
        ended: { guard: 'mayEnd', target: 'closed', actions: end },
        merged: goesOnElsewhere,
        ...leaving,
        handed: given,
      },
      after: { accept: { target: 'waiting', actions: by<TimerEvent>(ringing.expireOffer) } },
    },
    active: {
      type: 'parallel',
      on: {
        ...beside,
        ran: ran.parting,
        ended: { guard: 'mayEnd', target: 'closed', actions: end },
        merged: goesOnElsewhere,
        ...leaving,
        returned: {
          guard: 'fromHolder',
          target: 'waiting',
          actions: byAgent<Of<'returned'>>(assignment.comeBack),
        },
        // Mail crossed: what they say of a newer holding means that this one is over.
        assigned: {
          guard: 'fromHolder',
          actions: byAgent<Of<'assigned'>>(assignment.updateClaim),
        },
        offered: {
          guard: 'fromHolder',
          target: 'waiting',
          actions: byAgent<Of<'offered'>>(assignment.requeueOnNewerOffer),
        },
        passed: {
          guard: 'fromHolderOfHolding',
          target: 'waiting',
          actions: byAgent<Of<'passed'>>(assignment.requeueOnNewerOffer),
        },
        handed: {
          guard: 'toDepartment',
          target: 'waiting',
          actions: by<Of<'handed'>>(transfer.handToDepartment),
        },
      },
      states: {
        turn: talkTurns,
        hands: {
          initial: 'steady',
          states: {
            steady: {
              on: {
                assigned: takenOver,
                handed: {
                  guard: 'toAgent',
                  target: 'handing',
                  actions: by<Of<'handed'>>(transfer.handToAgent),
                },
              },
            },
            handing: {
              on: {
                assigned: [
                  {
                    guard: 'handedTo',
                    target: 'steady',
                    actions: byAgent<Of<'assigned'>>(transfer.changeHands),
                  },
                  { ...takenOver, target: 'steady' },
                ],
                returned: {
                  guard: 'gaveUp',
                  target: 'steady',
                  actions: byAgent<Of<'returned'>>(transfer.keepHands),
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
        ...always,
        merged: hasEnded,
        wrappedUp: { guard: 'canWrapUp', actions: by<Of<'wrappedUp'>>(wrapUp.fillWrapUp) },
        wrapUpMissed: {
          guard: 'missesWrapUp',
          actions: by<Of<'wrapUpMissed'>>(wrapUp.missWrapUp),
        },
        split: splitsOffClosed,
        unsplit: goesBackClosed,
        absorbed: goesOnAgain,
        reopened: { guard: 'inTime', target: 'waiting', actions: by<Of<'reopened'>>(rules.reopen) },
        assigned: {
          guard: 'takes',
          target: 'active',
          actions: byAgent<Of<'assigned'>>(assignment.reopenFor),
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
            // They may change the rating until the conversation goes on: the last one counts.
            rated: { guard: 'ratesOtherwise', actions: by<Of<'rated'>>(rules.rate) },
          },
        },
      },
    },
  },
})
