import type { DepartmentEvent, FloorReport } from '../../../actors/department/events'
import type { AnyEvent } from '../../../actors/events'
import type { FloorRow, LineRow, Reads } from '../../../actors/rows'
import { ID } from '../cells'

const at = 1_000_000
const timings = { patience: 60_000, accept: 30_000, silence: 600_000 }

/** A row of the line as one conversation waits in it. */
export const waiting = (conversation: string, more: Partial<LineRow> = {}): LineRow => ({
  ...{ department: ID, conversation, ticket: 1, lane: 1, rank: 1, since: at },
  ...{ offeredTo: null, offer: 0, refused: [], language: '', precedence: null },
  ...more,
})

/** An agent of the floor who could be given up to three. */
export const free = (agent: string, more: Partial<FloorRow> = {}): FloorRow => ({
  ...{ department: ID, agent, name: agent, version: 1, ready: true, present: true },
  ...{ resting: false, mayReply: true, load: 0, capacity: 3, offers: [], idleSince: 0 },
  ...{ lastOffer: 0, languages: '', skills: '', recent: [] },
  ...more,
})

export const figures = (agent: string, more: Partial<FloorReport> = {}): FloorReport => ({
  ...{ agent, name: agent, version: 2, member: true, ready: true, present: true },
  ...{ resting: false, mayReply: true, load: 0, capacity: 3, idleSince: 0 },
  ...{ languages: '', skills: '' },
  ...more,
})

const created: DepartmentEvent = { type: 'created', at, name: 'Sales', changes: timings }
const comes: DepartmentEvent = {
  ...{ type: 'queued', at, conversation: 'lamp', ticket: 1, front: false, since: at },
  refused: [],
}
const asked: DepartmentEvent = {
  ...{ type: 'overflowAsked', at, from: 'orders', conversation: 'desk', ticket: 2 },
  wants: { priority: 'normal', language: 'en', topics: [] },
}
const goes: DepartmentEvent = {
  ...{ type: 'left', at, conversation: 'lamp', ticket: 1, taken: true, waited: 0 },
}
const answer = {
  type: 'offerAnswered',
  at,
  conversation: 'lamp',
  ticket: 1,
  offer: 1,
  agent: 'ana',
  report: figures('ana'),
} as const
const rings = waiting('lamp', { offeredTo: 'ana', offer: 1 })
const answering = free('ana', { offers: ['lamp'] })

type Case = { event: DepartmentEvent | AnyEvent; reads?: Partial<Reads> }

/** One of each thing that can happen to a department, with the rows that it finds. */
const cases = {
  'is made': { event: created },
  'is set up anew': { event: { type: 'configured', at, changes: { acceptance: 'manual' } } },
  'is renamed': { event: { type: 'renamed', at, name: 'Orders' } },
  'is removed': { event: { type: 'removed', at } },
  'the lamp ended by silence, and nothing is asked': {
    event: { type: 'endedBySilence', at, conversation: 'lamp', endedSeq: 4 },
  },
  'opens or shuts': { event: { type: 'due.hours', at } },
  'is brought back': { event: { type: 'restored', at } },
  'the lamp comes, Ana is free': { event: comes, reads: { floor: [free('ana')] } },
  'the lamp comes, Ana is full': { event: comes, reads: { floor: [free('ana', { load: 3 })] } },
  'the lamp comes, nobody is on duty': { event: comes },
  'the lamp comes, Ana is ready and out of reach': {
    ...{ event: comes, reads: { floor: [free('ana', { present: false })] } },
  },
  'the lamp comes, Ana may not reply': {
    ...{ event: comes, reads: { floor: [free('ana', { mayReply: false })] } },
  },
  'the lamp comes, Ana has passed on it': {
    event: { ...comes, refused: ['ana'] },
    reads: { floor: [free('ana')] },
  },
  'the lamp comes, its next visit stands already': {
    ...{ event: comes, reads: { row: waiting('lamp', { ticket: 2 }), floor: [free('ana')] } },
  },
  'the lamp becomes urgent, Ana is full': {
    event: {
      ...{ type: 'wantsChanged', at, conversation: 'lamp', ticket: 1, news: 3 },
      wants: { priority: 'urgent', language: 'en', topics: [] },
    },
    reads: { row: waiting('lamp'), line: [waiting('lamp')], floor: [free('ana', { load: 3 })] },
  },
  'the lamp becomes urgent before it comes': {
    event: {
      ...{ type: 'wantsChanged', at, conversation: 'lamp', ticket: 1, news: 3 },
      wants: { priority: 'urgent', language: 'en', topics: [] },
    },
  },
  'is asked to have the desk, Ana is full': {
    event: { ...asked },
    reads: { floor: [free('ana', { load: 3 })] },
  },
  'is asked to have the desk, nobody is on duty': { event: { ...asked } },
  'somebody is there for them elsewhere': { event: { type: 'overflowOpened', at } },
  'somebody has waited long': { event: { type: 'due.line', at } },
  'the lamp leaves': { event: goes, reads: { row: rings, floor: [free('ana')] } },
  'the lamp leaves and has not come': { event: goes },
  'Ana comes free, the lamp waits': {
    event: { type: 'reported', at, report: figures('ana') },
    reads: { line: [waiting('lamp')] },
  },
  'Ana comes free, nobody waits': { event: { type: 'reported', at, report: figures('ana') } },
  'Ana is full, and has passed on the lamp': {
    event: { type: 'reported', at, report: figures('ana', { load: 3 }) },
    reads: { line: [waiting('lamp', { refused: ['ana'] })], floor: [free('ana')] },
  },
  'Ana has left the floor': {
    event: { type: 'reported', at, report: figures('ana', { member: false }) },
    reads: { floor: [free('ana')] },
  },
  'Ana was free a while ago': {
    event: { type: 'reported', at, report: figures('ana', { version: 1 }) },
    reads: { floor: [free('ana', { version: 2, ready: false })], line: [waiting('lamp')] },
  },
  'Ana took the lamp': {
    event: { ...answer, outcome: 'took', report: figures('ana', { load: 1 }) },
    reads: { row: rings, floor: [answering] },
  },
  'the lamp rings at Ana': {
    event: { ...answer, outcome: 'ringing', report: figures('ana', { load: 1 }) },
    reads: { row: rings, floor: [answering] },
  },
  'Ana declined the lamp, Amir is free': {
    event: { ...answer, outcome: 'declined' },
    reads: { row: rings, floor: [answering, free('amir')] },
  },
  'Ana declined the lamp, nobody else is there': {
    event: { ...answer, outcome: 'declined' },
    reads: { row: rings, floor: [answering] },
  },
  'Ana had no room for the lamp': {
    event: { ...answer, outcome: 'full', report: figures('ana', { load: 3 }) },
    reads: { row: rings, floor: [answering] },
  },
  'Ana declined an earlier offer': {
    event: { ...answer, outcome: 'declined', offer: 0 },
    reads: { row: rings, floor: [free('ana', { load: 1 }), free('amir')] },
  },
  'Ana did not answer, Amir is free': {
    event: { type: 'offerExpired', at, conversation: 'lamp', ticket: 1, offer: 1, agent: 'ana' },
    reads: { row: rings, floor: [free('ana', { load: 1 }), free('amir')] },
  },
  'Ana did not answer an earlier offer': {
    event: { type: 'offerExpired', at, conversation: 'lamp', ticket: 1, offer: 0, agent: 'ana' },
    reads: { row: rings, floor: [free('ana', { load: 1 }), free('amir')] },
  },
  'goes on, the lamp waits for Ana': {
    event: { type: 'continued', at },
    reads: { line: [waiting('lamp')], floor: [free('ana')] },
  },
  'is looked over, nothing is stuck': {
    event: { type: 'swept', at },
    reads: { line: [waiting('lamp')] },
  },
  'is looked over, the lamp is stuck': {
    event: { type: 'swept', at },
    reads: { line: [waiting('lamp')], floor: [free('ana')] },
  },
  'asks again': {
    event: { type: 'xstate.after.askAgain.department.open.asking', at },
    reads: { line: [waiting('lamp', { refused: ['ana'] })], floor: [free('ana')] },
  },
} satisfies Record<string, Case>
export type Name = keyof typeof cases

const each = <Value>(of: (one: Case) => Value) =>
  Object.fromEntries(
    Object.entries(cases as Record<string, Case>).map(([name, one]) => [name, of(one)]),
  ) as Record<Name, Value>
export const events = each(({ event }) => event)
export const reads = each((one): Reads => ({ line: [], row: null, floor: [], ...one.reads }))

/** How each state is reached: whom Ana passed on, she is asked again after a while. */
export const reach: Record<State, readonly AnyEvent[]> = {
  unmade: [],
  'open.calm': [created],
  'open.asking': [created, cases['the lamp comes, Ana has passed on it'].event],
}
export type State = 'unmade' | 'open.calm' | 'open.asking'

/** The rows that are found on the way to a state. */
export const found: Partial<Record<State, readonly (Reads | undefined)[]>> = {
  'open.asking': [undefined, reads['the lamp comes, Ana has passed on it']],
}
