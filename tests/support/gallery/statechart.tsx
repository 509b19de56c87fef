import { addressOf } from '../../../actors/address'
import type { AnyEvent } from '../../../actors/events'
import { readMoment, type Who } from '../../../src/reads/moments'
import type { OfficeContext } from '../../../views/office/context'
import type { Moment } from '../../../views/office/statechart/moment'
import { StatePage, stateInMenu } from '../../../views/office/statechart/page'
import { openActorHarness } from '../actor-harness'
import { journalsOf } from '../journals'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const MINUTE = 60_000
const visitor = { by: 'visitor', author: data.vera, name: 'Vera K.' } as const
const ana = { by: 'agent', author: data.ana, name: 'Ana' } as const
const told = { agent: data.ana, name: 'Ana' }
const timings = { patience: 600_000, accept: 30_000, silence: 1_800_000 }
let at = data.now - 22 * 60 * MINUTE

const said = (by: typeof visitor | typeof ana, clientId: string): AnyEvent => ({
  ...{ type: 'said', at, clientId, text: 'Where is my order?' },
  ...by,
})

/** A talk of two days, with an offer that nobody took and an act that came too late. */
const talk: readonly (() => AnyEvent)[] = [
  () => ({
    ...{ type: 'opened', at, visitor: data.vera, name: 'Vera K.', department: 'orders' },
    ...{ departmentName: 'Orders & delivery', timings, clientId: 'open', text: 'Hello' },
  }),
  () => ({ type: 'offered', at, ...told, claim: 1, word: 1, ticket: 1, offer: 1 }),
  () => ({ type: 'passed', at, ...told, claim: 1, word: 2, offer: 1, reason: 'declined' }),
  () => ({ type: 'offered', at, ...told, claim: 3, word: 3, ticket: 1, offer: 2 }),
  () => ({
    ...{ type: 'assigned', at, ...told, claim: 3, word: 4, ticket: 1, offer: 2 },
    how: { how: 'chosen', strategy: 'least-loaded', candidates: 2 },
  }),
  () => said(ana, 'one'),
  () => said(visitor, 'two'),
  () => ({ type: 'seen', at, by: 'agent', upTo: 4 }),
  () => ({ type: 'rated', at, stars: 5, comment: '', commented: false }),
  () => ({ type: 'tagged', at, add: 'delivery', remove: null }),
  () => said(ana, 'three'),
  () => said(visitor, 'four'),
]

const harness = openActorHarness()
const address = addressOf('conversation', data.conversation)
for (const [nth, event] of talk.entries()) {
  at += nth === 7 ? 21 * 60 * MINUTE : MINUTE
  harness.send(address, event())
}
for (const type of ['readied', 'appeared', 'vanished'] as const) {
  if (type === 'readied')
    harness.send(addressOf('agent', data.amir), {
      ...{ type: 'hired', at, name: 'Amir Haddad', departments: ['orders'], changes: {} },
    })
  harness.send(addressOf('agent', data.amir), { type, at, node: 'node-1' } as AnyEvent)
}
harness.send(addressOf('department', 'orders'), {
  ...{ type: 'created', at, name: 'Orders & delivery', changes: {} },
})

const store = { turns: journalsOf(harness) }
const momentOf = async (who: Who, nth?: number): Promise<Moment> => {
  const of = (await store.turns.versions([addressOf(who.kind, who.id)])).values().next().value ?? 0
  return readMoment(store, who, nth ?? of, of)
}
const vera: Who = { kind: 'conversation', id: data.conversation, name: 'Vera K.' }
const amir: Who = { kind: 'agent', id: data.amir, name: 'Amir Haddad' }
const orders: Who = { kind: 'department', id: 'orders', name: 'Orders & delivery' }

const picture = (name: string, moment: Moment, more: Partial<Picture> = {}): Picture => ({
  name,
  height: 1100,
  page: (given) => {
    const page = stateInMenu(moment.kind)
    const context: OfficeContext = {
      ...lookOf(given),
      ...{ menu: [page], page, me: { id: data.olga, name: 'Olga Petrova-Samoilova' } },
    }
    const parent = { path: '/workbench', name: moment.name }
    return (
      <StatePage {...context} moment={moment} isNow={moment.at === moment.of} parent={parent} />
    )
  },
  ...more,
})

const now = await momentOf(vera)
export const statechartPictures: Picture[] = [
  picture('office-state', now),
  picture('office-state-refused', await momentOf(vera, 9)),
  picture('office-state-agent', await momentOf(amir)),
  picture('office-state-department', await momentOf(orders)),
  picture('office-state-first', await momentOf(vera, 1), { once: true }),
  picture(
    'office-state-too-long',
    { ...now, at: 9_000, of: 10_000, snap: null, line: null },
    { once: true },
  ),
  picture('office-state-damaged', { ...now, snap: null, damagedAt: 7, line: null }, { once: true }),
]
