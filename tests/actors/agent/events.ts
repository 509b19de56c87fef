import type { AgentEvent } from '../../../actors/agent/events'
import type { AnyEvent } from '../../../actors/events'

const at = 1_000_000
const chosen = { how: 'chosen', strategy: 'least-loaded', candidates: 2 } as const
const offer = { type: 'offered', at, from: { department: 'sales' }, offer: 1, how: chosen } as const
const change = { type: 'changed', at } as const

/**
 * One of each thing that can happen to an agent. She may hold two, rests after each, and holds
 * `lamp` (claim 4) and, where it fits, `desk` (claim 5), which rings in the states that say so.
 */
export const events = {
  'is hired for two': {
    ...{ type: 'hired', at, name: 'Ana', departments: ['sales'] },
    changes: { capacity: 2, wrapUp: 5000 },
  },
  'may hold two': { ...change, changes: { capacity: 2 } },
  'may hold three': { ...change, changes: { capacity: 3 } },
  'loses the right to reply': { ...change, changes: { mayReply: false } },
  'moves to support': { ...change, departments: ['support'] },
  'is disabled': { type: 'disabled', at },
  'is enabled': { type: 'enabled', at },
  'says she is ready': { type: 'readied', at },
  pauses: { type: 'paused', at },
  'signs off': { type: 'signedOff', at },
  'comes through north': { type: 'appeared', at, node: 'north' },
  'comes through south': { type: 'appeared', at, node: 'south' },
  'is gone from north': { type: 'vanished', at, node: 'north' },
  'is gone from south': { type: 'vanished', at, node: 'south' },
  'accepts the desk': { type: 'accepted', at, conversation: 'desk' },
  'declines the desk': { type: 'declined', at, conversation: 'desk' },
  'accepts the lamp': { type: 'accepted', at, conversation: 'lamp' },
  'takes the chair': { type: 'took', at, conversation: 'chair' },
  'takes the chair over': { type: 'took', at, conversation: 'chair', over: true },
  'takes the lamp': { type: 'took', at, conversation: 'lamp' },
  'is given the chair': { ...offer, conversation: 'chair', ticket: 1, manual: false },
  'is asked for the chair': { ...offer, conversation: 'chair', ticket: 1, manual: true },
  'is given the lamp': { ...offer, conversation: 'lamp', ticket: 2, manual: false },
  'is given the chair by support': {
    ...{ ...offer, from: { department: 'support' } },
    ...{ conversation: 'chair', ticket: 1, manual: false },
  },
  'is handed the chair': {
    ...{ type: 'offered', at, conversation: 'chair', from: { agent: 'amir', name: 'Amir' } },
    ...{ ticket: 0, offer: 1, manual: false, how: { how: 'transferred', from: 'Amir' } },
  },
  'is freed of the lamp': { type: 'freed', at, conversation: 'lamp', claim: 4, closed: false },
  'hears that the lamp is closed': {
    ...{ type: 'freed', at, conversation: 'lamp', claim: 4, closed: true },
  },
  'is freed of the desk': { type: 'freed', at, conversation: 'desk', claim: 5, closed: true },
  'is freed of an older lamp': { type: 'freed', at, conversation: 'lamp', claim: 3, closed: true },
  'hears that the lamp is put off': {
    ...{ type: 'putOff', at, conversation: 'lamp', claim: 4, isOn: true, news: 7 },
  },
  'hears that the lamp wakes': {
    ...{ type: 'putOff', at, conversation: 'lamp', claim: 4, isOn: false, news: 8 },
  },
  'hears that an older lamp is put off': {
    ...{ type: 'putOff', at, conversation: 'lamp', claim: 3, isOn: true, news: 9 },
  },
  'has rested': { type: 'xstate.after.wrapUp.agent.duty.on.wrapUp', at },
  'is out of reach too long': { type: 'xstate.after.grace.agent.reach.grace', at },
} satisfies Record<string, AgentEvent | AnyEvent>
export type Name = keyof typeof events

const hired = [events['is hired for two']]
const north = events['comes through north']
const gone = events['is gone from north']
const lamp = { ...events['is given the lamp'], ticket: 1 }
const desk = { ...events['is asked for the chair'], conversation: 'desk' }
/** On duty and in reach, with the lamp in her hands: versions 1 to 4. */
const free = [...hired, north, events['says she is ready'], lamp]
const full = [...free, desk]
const resting = [...full, events['hears that the lamp is closed']]
const lost = events['is out of reach too long']

/** How each state is reached. */
export const reach = {
  'off + absent': [],
  'off + present': [...hired, north],
  'off + grace': [...hired, north, gone],
  'on.free + absent': [...hired, north, gone, lost, events['says she is ready']],
  'on.free + present': free,
  'on.free + grace': [...free, gone],
  'on.full + absent': [
    ...[...hired, north, gone, lost, events['says she is ready']],
    ...[events['takes the lamp'], events['takes the chair']],
  ],
  'on.full + present': full,
  'on.full + grace': [...full, gone],
  'on.wrapUp + absent': [
    ...[...hired, events['says she is ready'], north, lamp, gone, events['signs off'], lost],
    ...[events['says she is ready'], events['takes the lamp']],
    { ...events['hears that the lamp is closed'], claim: 9 },
  ],
  'on.wrapUp + present': resting,
  'on.wrapUp + grace': [...resting, gone],
  'away + absent': [...free, gone, lost],
  'away + present': [...full, events.pauses],
  'away + grace': [...full, events.pauses, gone],
} satisfies Record<string, readonly AnyEvent[]>
export type State = keyof typeof reach
