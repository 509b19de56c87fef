import type { ConversationEvent } from '../../../actors/conversation/events'
import type { AnyEvent } from '../../../actors/events'

const at = 1_000_000
const ends = { type: 'ended', at, by: 'agent', author: 'ana', name: 'Ana' } as const
const filled = {
  wrapUp: { fields: [{ key: 'reason', label: 'Reason', lines: 1, value: 'order' }] },
  details: 'Reason: Order',
} as const

/** What is filled in at the end, or is not: that of the end in the tables has the seq 4. */
export const wrapUpEvents = {
  'Ana ends it': ends,
  'Ana ends it, and says why': { ...ends, ...filled },
  'Ana ends it, and says nothing': { ...ends, wrapUp: 'missing' },
  'Amir says why it was': { type: 'wrappedUp', at, author: 'amir', name: 'Amir', ...filled },
  'nobody said why it was': { type: 'wrapUpMissed', at, endedSeq: 4 },
  'nobody said why it was, at an earlier end': { type: 'wrapUpMissed', at, endedSeq: 2 },
} satisfies Record<string, ConversationEvent>

/** Clocks that run out while it rings at somebody. */
export const ringEvents = {
  'the offer runs out': { type: 'xstate.after.accept.conversation.offered', at },
  'the hand-over runs out': { type: 'xstate.after.accept.conversation.active.hands.handing', at },
} satisfies Record<string, AnyEvent>
