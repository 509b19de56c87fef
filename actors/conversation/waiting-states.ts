import type { TimerEvent } from '../events'
import * as assignment from './assignment'
import * as before from './before'
import type { Of } from './events'
import { by } from './setup'

const leftMessage = {
  guard: 'byItsVisitor',
  target: 'message',
  actions: by<Of<'leftMessage'>>(before.leaveMessage),
} as const
/** Where it stands while nobody has it. */
export const waitingStates = {
  inLine: {
    // Back from an agent who did not answer: what it was told holds.
    always: [
      { guard: 'hasLeftMessage', target: 'message' },
      { guard: 'toldUnattended', target: 'left' },
    ],
    on: {
      leftMessage,
      unattended: {
        guard: 'thisVisit',
        target: 'left',
        actions: by<Of<'unattended'>>(assignment.unattended),
      },
    },
    after: { patience: { target: 'left', actions: by<TimerEvent>(assignment.unattended) } },
  },
  /** Nobody is promised, and whoever comes on duty gets it: they are asked whether they wait on. */
  left: {
    on: {
      waitedOn: {
        guard: 'byItsVisitor',
        target: 'inLine',
        actions: by<Of<'waitedOn'>>(before.waitOn),
      },
      leftMessage,
    },
  },
  /** They left a message, and do not wait for the answer. It keeps its place in the line. */
  message: {},
} as const
