import type { AnyEvent } from '../../../actors/events'
import type { VisitorEvent } from '../../../actors/visitor/events'
import { emptyProfile } from '../../../actors/visitor/profile'

const at = 1_000_000
const ask: VisitorEvent = {
  ...{ type: 'asked', at, conversation: 'lamp', over: null, clientId: 'client-1' },
  ...{ name: 'Vera', email: 'vera@example.org', language: 'en' },
}
const again: VisitorEvent = { ...ask, conversation: 'chair', clientId: 'client-2' }

const identified: VisitorEvent = {
  ...{ type: 'identified', at, subject: 'customer-1', attributes: {} },
  ...{ name: 'Vera Lind', email: 'vera@shop.example' },
}

const knownVera = {
  ...{ name: 'Vera', email: 'vera@example.org', subject: '', fromSite: {}, pinned: true },
  profile: emptyProfile,
}

/** One of each thing that can happen to a visitor; the lamp is her conversation, or her last. */
export const events = {
  'is brought in from elsewhere': {
    ...{ type: 'imported', at, name: 'Vera', email: 'vera@example.org', language: 'zh' },
    ...{ pinned: true, profile: emptyProfile, fromSite: {} },
  },
  asks: ask,
  'asks again': again,
  'asks again, knowing that the lamp is over': { ...again, over: 'lamp' },
  'asks again, knowing that another is over': { ...again, over: 'desk' },
  'goes on in the chair': { type: 'moved', at, from: 'lamp', conversation: 'chair' },
  'goes on elsewhere with another': { type: 'moved', at, from: 'desk', conversation: 'chair' },
  'says where she is reached': { type: 'introduced', at, email: 'v@example.org' },
  'resumes the lamp': { type: 'resumed', at, conversation: 'lamp' },
  'resumes another': { type: 'resumed', at, conversation: 'desk' },
  'resumes another, knowing that the lamp is over': {
    ...{ type: 'resumed', at, conversation: 'desk', over: 'lamp' },
  },
  'hears that the lamp is over': { type: 'finished', at, conversation: 'lamp', news: 9 },
  'hears it late': { type: 'finished', at, conversation: 'lamp', news: 4 },
  'hears that another is over': { type: 'finished', at, conversation: 'desk', news: 9 },
  'is called back to the lamp': { type: 'recalled', at, conversation: 'lamp', news: 9 },
  'is called back late': { type: 'recalled', at, conversation: 'lamp', news: 4 },
  'is proven to be a customer': identified,
  'is proven to be another': { ...identified, subject: 'customer-2' },
  'is reported of': { type: 'reported', at, attributes: { plan: 'gold' } },
  'takes one that is open': { type: 'took', at, conversations: ['chair'], open: 'chair' },
  'takes one that is over': { type: 'took', at, conversations: ['chair'], open: null },
  'gives up what is hers': { type: 'gaveUp', at },
  'is erased': { type: 'erased', at },
  'is written down of': {
    ...{ type: 'described', at, agent: 'ana', agentName: 'Ana' },
    changes: { phone: '030 123', attribute: { key: 'Plan', is: { type: 'text', value: 'Gold' } } },
  },
  'goes by another name': {
    ...{ type: 'described', at, agent: 'ana', agentName: 'Ana', changes: { name: 'Vera K' } },
  },
  'is invited by Ana': {
    ...{ type: 'invited', at, id: 'i1', words: 'May I help?', agent: 'ana', agentName: 'Ana' },
    trigger: null,
  },
  'declines what nobody asked': { type: 'declined', at },
  'is one with another who sees the lamp': { type: 'joined', at, into: 'zora', open: 'lamp' },
  'is one with another who sees none': { type: 'joined', at, into: 'zora', open: null },
  'is joined by one with an open one': {
    ...{ type: 'welcomed', at, known: knownVera, conversations: ['chair'], open: 'chair' },
  },
  'is joined by one with an old one': {
    ...{ type: 'welcomed', at, known: knownVera, conversations: ['chair'], open: null },
  },
  'is joined by one who never wrote': {
    ...{ type: 'welcomed', at, known: knownVera, conversations: [], open: null },
  },
  'is herself again': { type: 'separated', at, conversations: ['lamp'], open: null },
  'is herself again, with an open one': {
    ...{ type: 'separated', at, conversations: ['lamp'], open: 'lamp' },
  },
  'gives the lamp back': { type: 'released', at, known: knownVera, conversations: ['lamp'] },
  'gives another back': { type: 'released', at, known: knownVera, conversations: ['desk'] },
  'is called back to another': { type: 'recalled', at, conversation: 'desk', news: 3 },
} satisfies Record<string, VisitorEvent | AnyEvent>
export type Name = keyof typeof events

const over: VisitorEvent = { type: 'finished', at, conversation: 'lamp', news: 5 }

/** How each state is reached; of the lamp, its turns 5 and, where she talks again, 6 were heard. */
export const reach = {
  away: [],
  here: [ask, over],
  merged: [ask, over, { type: 'joined', at, into: 'zora', open: null }],
  talking: [ask, over, { type: 'recalled', at, conversation: 'lamp', news: 6 }],
} satisfies Record<string, readonly AnyEvent[]>
export type State = keyof typeof reach
