import { afterAll, afterEach, beforeAll, describe, expect, test } from 'bun:test'
import { type Address, addressOf, kindOf } from '../../actors/address'
import { adding, type Logic, type Upgrade } from '../../actors/logic'
import type { Staff } from '../../actors/people'
import { logicOf } from '../../actors/registry'
import { rowOf } from '../../src/commands/conversations/access'
import { end } from '../../src/commands/conversations/end'
import { start } from '../../src/commands/visitors/start'
import { Departments } from '../../src/reads/departments'
import { DeskSettings } from '../../src/reads/desk-settings'
import { OnDuty } from '../../src/reads/on-duty'
import { Lines } from '../../src/reads/queue'
import type { Reads } from '../../src/reads/reads'
import { readRoom } from '../../src/reads/room'
import { about, type Harness, openHarness } from '../commands/harness'
import { clientId } from '../support/desk'
import { turnOf } from '../support/turns'
import { openNode } from '../system/nodes'

type Context = Record<string, unknown>

/** What an earlier program called what this one calls otherwise. */
const formerNames = {
  conversation: { unread: 'unheard', saidSeq: 'lastSaid', seenByVisitor: 'readByVisitor' },
  visitor: { earlier: 'past' },
  department: { intervals: 'gaps' },
} as const
type Changed = keyof typeof formerNames

let harness: Harness
let ana: Staff
beforeAll(async () => {
  harness = await openHarness()
  ana = await harness.staff('Ana', { capacity: 1 })
})
afterAll(() => harness.close())

/** The program as it is after a change of its shape; undone after each test. */
const undo: (() => void)[] = []
afterEach(() => {
  for (const each of undo.splice(0)) each()
})
const changeShape = (kind: Changed, upgrade: Upgrade) => {
  const logic: Logic = logicOf(kind)
  const { shape, upgrades } = logic
  Object.assign(logic, { shape: shape + 1, upgrades: { ...upgrades, [shape]: upgrade } })
  undo.push(() => Object.assign(logic, { shape, upgrades }))
}

const renamed = (context: Context, names: Record<string, string>): Context =>
  Object.fromEntries(Object.entries(context).map(([name, value]) => [names[name] ?? name, value]))

/** Writes an actor down as the earlier program would have, with some of it changed. */
const storeAsBefore = async (address: Address, more: Context = {}) => {
  const stored = await harness.desk.store.turns.load(address)
  if (!stored) throw new Error(`no ${address}`)
  const { snapshot, version } = stored
  const names: Record<string, string> = formerNames[kindOf(address) as Changed]
  const context = renamed({ ...(snapshot.context as Context), ...more }, names)
  const turn = turnOf(address, version + 1, { snapshot: { ...snapshot, context } })
  expect(await harness.desk.store.turns.commit(turn)).toBe('done')
}

const forward = (kind: Changed) => {
  const back = Object.fromEntries(Object.entries(formerNames[kind]).map(([now, was]) => [was, now]))
  changeShape(kind, ({ value, context }) => ({ value, context: renamed(context, back) }))
}

describe('a snapshot of an older shape', () => {
  test('is read right by a list, by its own page and by whoever acts in it', async () => {
    const { id } = await harness.visitor('Vera')
    await storeAsBefore(addressOf('conversation', id), { unread: 7, seenByVisitor: 2 })
    forward('conversation')
    const { conversations } = harness.desk.store
    expect(await conversations.row(id)).toMatchObject({ unread: 7, preview: 'Hello' })
    expect((await conversations.held(ana.id)).map(({ unread }) => unread)).toEqual([7])
    expect(await conversations.find(id)).toMatchObject({ id, seenByVisitor: 2 })
    // Another node, which has nothing of it at hand.
    const { system } = openNode({ testClock: harness.testClock }, harness.desk.store)
    const known = await system.current(addressOf('conversation', id))
    expect(known?.context).toMatchObject({ unread: 7, seenByVisitor: 2 })
    expect(await rowOf({ ...harness.desk, system }, id)).toMatchObject({ id, state: 'active' })
  })

  test('of a department says how long the wait will be', async () => {
    const { id } = await harness.visitor('Vito')
    const gaps = [60_000, 60_000, 60_000]
    const now = harness.desk.clock.now()
    await storeAsBefore('department:sales', { intervals: gaps, lastTaken: now })
    forward('department')
    const desk = { ...harness.desk, onDuty: new OnDuty(harness.desk) }
    expect(await new Lines(desk).placeOf({ id, department: 'sales', language: '' })).toMatchObject({
      ...{ place: 1, estimate: 60_000, patience: 600_000 },
    })
    desk.onDuty.close()
  })

  test('of a visitor leads to the earlier conversations', async () => {
    const first = await harness.visitor('Wang', 'support')
    await end(harness.desk, first.person, first.id)
    await harness.rest()
    const again = { text: 'Once more', client_id: clientId(), department: 'sales' }
    const second = await start(harness.desk, first.person, again, about)
    await harness.rest()
    await storeAsBefore(addressOf('visitor', first.person.id))
    forward('visitor')
    const olga: Staff = { ...ana, role: 'admin' }
    const row = await rowOf(harness.desk, 'conversation' in second ? second.conversation : '')
    if (!row) throw new Error('no second conversation')
    const onDuty = new OnDuty(harness.desk)
    const settings = new DeskSettings(harness.desk)
    const departments = new Departments({ ...harness.desk, onDuty, settings })
    // A room reads no more than this of what a node keeps.
    const reads = {
      ...harness.desk,
      onDuty,
      departments,
      isParked: () => false,
      colleagues: { of: () => [] },
      macros: { get: async () => [], drop: () => {} },
      visitorPresence: { ask: () => {}, of: () => null },
    } as unknown as Reads
    const { earlier } = await readRoom(reads, olga, row)
    departments.close()
    onDuty.close()
    expect(earlier.map(({ id }) => id)).toEqual([first.id])
  })

  test('that only lacks what was added has it as the addition says', async () => {
    const { id } = await harness.visitor('Vera')
    const logic = logicOf('conversation')
    changeShape('conversation', adding({ labels: ['new'], timings: { wrapUp: 5 } }))
    const { initial } = logic
    Object.assign(logic, { initial: { ...(initial as Context), labels: [] } })
    undo.push(() => Object.assign(logic, { initial }))
    const { system } = openNode({ testClock: harness.testClock }, harness.desk.store)
    const known = await system.current(addressOf('conversation', id))
    expect(known?.context).toMatchObject({
      ...{ id, labels: ['new'] },
      timings: { patience: 600_000, wrapUp: 5 },
    } as never)
  })

  test('that cannot be read leaves its row in the lists', async () => {
    const { id } = await harness.visitor('Vera')
    await storeAsBefore(addressOf('conversation', id), { unread: 3 })
    expect(await harness.desk.store.conversations.row(id)).toMatchObject({
      id,
      unread: 0,
      preview: '',
    })
    expect(await harness.desk.store.conversations.find(id)).toMatchObject({ seenByVisitor: 0 })
  })
})
