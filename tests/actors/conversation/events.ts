import type { ConversationEvent } from '../../../actors/conversation/events'
import type { AnyEvent } from '../../../actors/events'
import { broughtIn } from './brought-in'
import { cardEvents } from './cards'
import { changeEvents } from './changes'
import { splits } from './splits'
import { ringEvents, wrapUpEvents } from './wrapped-up'

const at = 1_000_000
const DAY = 86_400_000
const ana = { agent: 'ana', name: 'Ana' }
const amir = { agent: 'amir', name: 'Amir' }
const olga = { agent: 'olga', name: 'Olga' }
const chosen = { how: 'chosen', strategy: 'least-loaded', candidates: 2 } as const
const timings = { patience: 60_000, accept: 30_000, silence: 600_000 }
const macro = { type: 'ran', at, title: 'Refund', clientId: 'macro-1' } as const
const byAna = { author: 'ana', name: 'Ana' }
const saying = { does: 'say', text: 'You get it back' } as const
const noting = { does: 'write', event: 'noted', text: 'Be quick' } as const
const say = { type: 'said', at, clientId: 'client-1', text: 'Hello' } as const

/**
 * One of each thing that can happen to a conversation. Ana holds it, or it rings at her, by offer
 * 1 of its first visit to the line (her claim 4), wherever that fits the state; Amir is another.
 */
export const events = {
  'Vera opens it': {
    ...{ type: 'opened', at, visitor: 'vera', name: 'Vera' },
    ...{ department: 'sales', departmentName: 'Sales', timings, clientId: 'open', text: 'Hi' },
  },
  'Vera opens it with a message, nobody being there': {
    ...{ type: 'opened', at, visitor: 'vera', name: 'Vera', leaves: true, greeting: 'Welcome' },
    ...{ department: 'sales', departmentName: 'Sales', timings, clientId: 'open', text: 'Hi' },
    ...{ answered: { fields: [], consent: null }, details: 'Order: 7' },
    wanted: { agent: 'amir', name: 'Amir', free: true },
  },
  'Vera says': { ...say, by: 'visitor', author: 'vera', name: 'Vera' },
  'Ana says': { ...say, by: 'agent', author: 'ana', name: 'Ana' },
  'Amir says': { ...say, by: 'agent', author: 'amir', name: 'Amir' },
  ...cardEvents,
  'Vito says': { ...say, by: 'visitor', author: 'vito', name: 'Vito' },
  'Amir notes': {
    ...{ type: 'noted', at, author: 'amir', name: 'Amir', clientId: 'note-1', text: 'Be careful' },
  },
  'Olga whispers': {
    ...{ type: 'whispered', at, author: 'olga', name: 'Olga', clientId: 'whisper-1' },
    text: 'Offer a refund',
  },
  'Olga merges it into the chair': { type: 'merged', at, name: 'Olga', into: 'chair' },
  'Olga merges it into itself': { type: 'merged', at, name: 'Olga', into: 'own' },
  'the lamp goes on in it': {
    ...{ type: 'absorbed', at, name: 'Olga', from: 'lamp', visitor: 'vito', visitorName: 'Vito' },
    ...{ upTo: 3, saidSeq: 2, unread: 1 },
  },
  'Olga sends back what did not come': { type: 'unmerged', at, name: 'Olga', from: 'desk' },
  'it goes on in itself, as it does': { type: 'parted', at, into: 'chair' },
  ...broughtIn,
  ...splits,
  'Amir tags it': { type: 'tagged', at, add: 'Refund', remove: null },
  'Amir takes off what is not on it': { type: 'tagged', at, add: null, remove: 'Refund' },
  'Amir calls it urgent': { type: 'prioritized', at, name: 'Amir', priority: 'urgent' },
  'Amir calls it what it is': { type: 'prioritized', at, name: 'Amir', priority: 'normal' },
  'Ana snoozes it for an hour': { type: 'snoozed', at, name: 'Ana', until: at + 3_600_000 },
  'Ana snoozes it till an answer': { type: 'snoozed', at, name: 'Ana', until: 'reply' },
  'Ana snoozes it till yesterday': { type: 'snoozed', at, name: 'Ana', until: at - DAY },
  'Ana snoozes it for years': { type: 'snoozed', at, name: 'Ana', until: at + 400 * DAY },
  'a promised time is near': { type: 'due.sla', at },
  'Ana ends the snooze': { type: 'snoozed', at, name: 'Ana', until: null },
  ...changeEvents,
  'Ana answers by a macro': {
    ...{ ...macro, ...byAna },
    steps: [saying, { does: 'change', change: { type: 'tagged', add: 'Refund', remove: null } }],
  },
  'Amir answers by a macro': { ...macro, author: 'amir', name: 'Amir', steps: [noting, saying] },
  'Amir notes by a macro': { ...macro, author: 'amir', name: 'Amir', steps: [noting] },
  'Ana ends it by a macro': { ...macro, ...byAna, steps: [saying, { does: 'end' }] },
  'Ana hands it on by a macro': {
    ...{ ...macro, ...byAna },
    steps: [{ does: 'hand', to: { department: 'support', departmentName: 'Support' } }],
  },
  'Vera proves who she is': {
    ...{ type: 'claimed', at, from: 'vera', visitor: 'customer', name: 'Vera Lind' },
  },
  'Vito proves who he is': {
    ...{ type: 'claimed', at, from: 'vito', visitor: 'customer', name: 'Vito' },
  },
  'Vera waits on': { type: 'waitedOn', at, by: 'visitor', author: 'vera' },
  'Vito waits on': { type: 'waitedOn', at, by: 'visitor', author: 'vito' },
  'Vera leaves it at the message': { type: 'leftMessage', at, by: 'visitor', author: 'vera' },
  'Vera has seen line 2': { type: 'seen', at, by: 'visitor', upTo: 2 },
  'Vera has seen line 99': { type: 'seen', at, by: 'visitor', upTo: 99 },
  'Vera ends it': { type: 'ended', at, by: 'visitor', author: 'vera', name: 'Vera' },
  ...{ ...wrapUpEvents, ...ringEvents },
  'Amir ends it': { type: 'ended', at, by: 'agent', author: 'amir', name: 'Amir' },
  'Olga ends it': {
    ...{ type: 'ended', at, by: 'agent', author: 'olga', name: 'Olga', lead: true },
  },
  'Vera rates it': { type: 'rated', at, stars: 5, comment: 'Thanks', commented: true },
  'Vera rates it otherwise': { type: 'rated', at, stars: 2, comment: '', commented: false },
  'Vera rates it too late': {
    ...{ type: 'rated', at: at + 7 * DAY + 1, stars: 4, comment: '', commented: false },
  },
  'Vera adds words': { type: 'rated', at, stars: 2, comment: 'And quick', commented: true },
  'Vera reopens it': { type: 'reopened', at, by: 'visitor', name: 'Vera' },
  'Vera reopens it too late': {
    ...{ type: 'reopened', at: at + DAY + 1, by: 'visitor', name: 'Vera' },
  },
  'Vera is known as a VIP': { type: 'visitorKnown', at, topics: ['VIP'], news: 3 },
  'Vera goes by another name': { type: 'visitorNamed', at, name: 'Vera K' },
  'the desk finds lines nobody wrote': {
    ...{ type: 'mended', at, upTo: 9, saidSeq: 8, unread: 1 },
  },
  'Ana hands it to Amir': {
    ...{ type: 'handed', at, by: 'ana', name: 'Ana', to: amir },
  },
  'Ana hands it to support': {
    ...{ type: 'handed', at, by: 'ana', name: 'Ana' },
    to: { department: 'support', departmentName: 'Support' },
  },
  'Amir hands it to support': {
    ...{ type: 'handed', at, by: 'amir', name: 'Amir' },
    to: { department: 'support', departmentName: 'Support' },
  },
  'Olga gives it to Amir': {
    ...{ type: 'handed', at, by: 'olga', name: 'Olga', to: amir, lead: true },
  },
  'Olga gives it to support': {
    ...{ type: 'handed', at, by: 'olga', name: 'Olga', lead: true },
    to: { department: 'support', departmentName: 'Support' },
  },
  'rings at Amir, by a newer offer': {
    ...{ type: 'offered', at, ...amir, claim: 7, word: 7, ticket: 1, offer: 2 },
  },
  'rings at Amir, by an offer that is over': {
    ...{ type: 'offered', at, ...amir, claim: 7, word: 7, ticket: 1, offer: 0 },
  },
  'rings at Amir, for an earlier visit': {
    ...{ type: 'offered', at, ...amir, claim: 7, word: 7, ticket: 0, offer: 2 },
  },
  'rings at Ana, by a newer offer': {
    ...{ type: 'offered', at, ...ana, claim: 9, word: 9, ticket: 1, offer: 3 },
  },
  'rings at Ana, heard late': {
    ...{ type: 'offered', at, ...ana, claim: 4, word: 4, ticket: 1, offer: 1 },
  },
  'Amir accepts a newer offer': {
    ...{ type: 'assigned', at, ...amir, claim: 7, word: 8, ticket: 1, offer: 2, how: chosen },
  },
  'Amir accepts for an earlier visit': {
    ...{ type: 'assigned', at, ...amir, claim: 7, word: 8, ticket: 0, offer: 2, how: chosen },
  },
  'Ana accepts what rings at her': {
    ...{ type: 'assigned', at, ...ana, claim: 4, word: 5, ticket: 1, offer: 1, how: chosen },
  },
  'Amir takes it': {
    ...{ type: 'assigned', at, ...amir, claim: 8, word: 8, ticket: 0, offer: 0 },
    how: { how: 'took' },
  },
  'Ana takes it again': {
    ...{ type: 'assigned', at, ...ana, claim: 9, word: 9, ticket: 0, offer: 0 },
    how: { how: 'took' },
  },
  'Olga takes it over': {
    ...{ type: 'assigned', at, ...olga, claim: 3, word: 3, ticket: 0, offer: 0 },
    how: { how: 'tookOver' },
  },
  'Amir takes what Olga gave them': {
    ...{ type: 'assigned', at, ...amir, claim: 7, word: 8, ticket: 1, offer: 1 },
    how: { how: 'given', from: 'Olga' },
  },
  'Amir takes what was handed to them': {
    ...{ type: 'assigned', at, ...amir, claim: 7, word: 7, ticket: 0, offer: 1 },
    how: { how: 'transferred', from: 'Ana' },
  },
  'Amir cannot take what was handed to them': {
    ...{ type: 'passed', at, ...amir, claim: 0, word: 7, offer: 1, reason: 'full' },
  },
  'Ana passes on what rings at her': {
    ...{ type: 'passed', at, ...ana, claim: 4, word: 6, offer: 1, reason: 'declined' },
  },
  'Amir passes on another offer': {
    ...{ type: 'passed', at, ...amir, claim: 7, word: 8, offer: 2, reason: 'declined' },
  },
  'Ana gives it back': {
    ...{ type: 'returned', at, ...ana, claim: 4, word: 6, ticket: 1, offer: 1 },
    reason: 'signedOff',
  },
  'Amir gives it back, heard early': {
    ...{ type: 'returned', at, ...amir, claim: 7, word: 8, ticket: 1, offer: 2 },
    reason: 'lost',
  },
  'nobody is on duty': { type: 'unattended', at, ticket: 1 },
  'the line of orders has it': {
    ...{ type: 'overflowed', at, ticket: 1, from: 'sales', to: 'orders', name: 'Orders' },
  },
  'the line of orders had it at an earlier visit': {
    ...{ type: 'overflowed', at, ticket: 0, from: 'sales', to: 'orders', name: 'Orders' },
  },
  'nobody was on duty at an earlier visit': { type: 'unattended', at, ticket: 0 },
  'patience runs out': { type: 'xstate.after.patience.conversation.waiting.inLine', at },
  'Vera is silent': { type: 'due.silence', at: at + timings.silence },
  'the snooze is over': {
    ...{ type: 'xstate.after.snooze.conversation.active.turn.snoozed.untilTime', at },
  },
} satisfies Record<string, ConversationEvent | AnyEvent>
export type Name = keyof typeof events

const opened = [events['Vera opens it']]
const rings = [...opened, { ...events['rings at Ana, heard late'] }]
const held = [...rings, events['Ana accepts what rings at her']]
const answered = [...held, events['Ana says']]
const hand = events['Ana hands it to Amir']
const anHour = [...answered, events['Ana snoozes it for an hour']]
const tillAnswer = [...answered, events['Ana snoozes it till an answer']]
const closed = [...answered, events['Ana ends it']]

/** How each state is reached. */
export const reach = {
  unopened: [],
  'waiting.inLine': opened,
  'waiting.left': [...opened, events['nobody is on duty']],
  'waiting.message': [
    ...[...opened, events['nobody is on duty']],
    events['Vera leaves it at the message'],
  ],
  offered: rings,
  'active.awaitingAgent + steady': held,
  'active.awaitingAgent + handing': [...held, hand],
  'active.awaitingVisitor + steady': answered,
  'active.awaitingVisitor + handing': [...answered, hand],
  'active.snoozed.untilTime + steady': anHour,
  'active.snoozed.untilTime + handing': [...anHour, hand],
  'active.snoozed.untilReply + steady': tillAnswer,
  'active.snoozed.untilReply + handing': [...tillAnswer, hand],
  'closed.unrated': closed,
  'closed.rated': [...closed, events['Vera rates it']],
} satisfies Record<string, readonly AnyEvent[]>
export type State = keyof typeof reach
