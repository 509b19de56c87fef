import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { openLocalBus } from '../../src/bus/local'
import { openLog } from '../../src/log'
import type { Store } from '../../src/store/store'
import { openMaintenance } from '../../src/system/maintenance'
import { type Node, opened, openNode, openShop, openTestDatabase, type TestDatabase } from './nodes'

let database: TestDatabase
let node: Node
beforeEach(async () => {
  database = await openTestDatabase()
  node = openNode(database, database.store)
  await openShop(node, database.testClock)
  await node.send('conversation:lamp', opened(at()))
})
afterEach(() => database.store.close())

const at = () => database.testClock.now()
const reachOf = async () => ((await node.state('agent:ana')) as { reach: string }).reach

/** As among several nodes: the same store, which says that it is not alone. */
const watch = (own: string, woke = () => {}, now = at) => {
  const store: Store = { ...database.store, shared: true }
  const clock = { ...database.testClock.clock, now }
  const log = openLog('silent')
  return openMaintenance({
    node: own,
    store,
    bus: openLocalBus(),
    system: node.system,
    clock,
    log,
    woke,
  })
}

/** So many rounds of five seconds. */
const rounds = async (count: number, ...nodes: { round(): Promise<void> }[]) => {
  for (let n = 0; n < count; n += 1) {
    database.testClock.pass(5_000)
    for (const one of nodes) await one.round()
  }
}

describe('a node that died', () => {
  test('takes its agents’ connections with it; their grace decides the rest', async () => {
    await database.store.nodes.beat('north', at())
    const south = watch('south')
    await rounds(2, south)
    expect(await reachOf()).toBe('present')
    await rounds(2, south)
    expect(await reachOf()).toBe('grace')
    database.testClock.pass(30_000)
    await node.round()
    expect(await node.state('agent:ana')).toEqual({ duty: 'away', reach: 'absent' })
    expect(await database.store.conversations.lineOrder('sales')).toEqual(['lamp'])
  })

  test('is not one that beats', async () => {
    const [north, south] = [watch('north'), watch('south')]
    await rounds(20, north, south)
    expect(await reachOf()).toBe('present')
  })

  test('is not one that stood still with everybody else', async () => {
    const woken: string[] = []
    const north = watch('north', () => woken.push('north'))
    const south = watch('south', () => woken.push('south'))
    await rounds(2, north, south)
    // The database was away for a minute; south is back before north.
    database.testClock.pass(60_000)
    await south.round()
    expect(await reachOf()).toBe('present')
    await rounds(4, north, south)
    expect(await reachOf()).toBe('present')
    expect(woken).toEqual(['south', 'north'])
  })

  test('is not one whose machine slept: its time of day alone went on, and it says who is here', async () => {
    let [woken, sleptMs] = [0, 0]
    const north = watch(
      'north',
      () => woken++,
      () => at() + sleptMs,
    )
    await rounds(2, north)
    expect(woken).toBe(0)
    sleptMs = 60_000
    await rounds(1, north)
    expect(woken).toBe(1)
  })

  test('that does not come back after such a standstill is missed all the same', async () => {
    const north = watch('north')
    const south = watch('south')
    await rounds(2, north, south)
    database.testClock.pass(60_000)
    await rounds(4, south)
    expect(await reachOf()).toBe('grace')
  })
})

describe.each([
  { set: 'back', by: -3_600_000 },
  { set: 'forward', by: 3_600_000 },
])('a clock that is set $set', ({ by }) => {
  /** As a node on another machine, whose clock is not this one's. */
  const elsewhere = (own: string) => {
    const { clock } = database.testClock
    let set = 0
    const store: Store = { ...database.store, shared: true }
    const parts = { store, bus: openLocalBus(), system: node.system, log: openLog('silent') }
    const other = openMaintenance({
      node: own,
      ...parts,
      clock: { ...clock, now: () => at() + set },
    })
    return {
      ...other,
      set(ms: number) {
        set = ms
      },
    }
  }

  test('takes nobody for dead who beats, on either side', async () => {
    const [north, south] = [elsewhere('north'), elsewhere('south')]
    await rounds(4, north, south)
    south.set(by)
    await rounds(20, north, south)
    expect(await reachOf()).toBe('present')
    south.set(0)
    north.set(by)
    await rounds(20, north, south)
    expect(await reachOf()).toBe('present')
  })

  test('hides nobody who died', async () => {
    const [north, south] = [elsewhere('north'), elsewhere('south')]
    await rounds(4, north, south)
    south.set(by)
    await rounds(2, north, south)
    await rounds(4, south)
    expect(await reachOf()).toBe('grace')
  })

  test('hides no agent of the run before it', async () => {
    await database.store.nodes.beat('north', at() - by)
    const { clock } = database.testClock
    const log = openLog('silent')
    const { store } = database
    const south = openMaintenance({
      node: 'south',
      store,
      bus: openLocalBus(),
      system: node.system,
      clock,
      log,
    })
    await rounds(4, south)
    expect(await reachOf()).toBe('grace')
  })
})

describe('the look over the desk', () => {
  const versionOf = async () => (await database.store.turns.load('department:sales'))?.version

  test('moves on whoever is stuck, and says so in the log', async () => {
    await node.send('agent:ana', { type: 'signedOff', at: at() })
    // Something that events should have told: Ana is free, and her department does not know why
    // the lamp still waits.
    await node.send('agent:ana', { type: 'paused', at: at() })
    database.look('update floor set ready = 1, load = 0')
    const lines: string[] = []
    const log = openLog('warn', (line) => lines.push(line))
    const { clock } = database.testClock
    const caretaker = openMaintenance({
      node: 'north',
      ...{ ...database, bus: openLocalBus() },
      system: node.system,
      clock,
      log,
    })
    const before = await versionOf()
    await caretaker.sweep()
    await node.rest()
    expect(lines.join('')).toContain('somebody waited while somebody was free')
    const swept = await database.store.turns.journal('department:sales', before ?? 0, 1)
    expect(swept[0]?.event?.type).toBe('swept')
    // Ana answers as she is, and her department knows better now.
    expect(database.look('select ready from floor')).toEqual([{ ready: 0 }])
    await caretaker.sweep()
    expect(lines).toHaveLength(1)
  })

  test('changes nothing where nothing is stuck', async () => {
    const before = await versionOf()
    await watch('north').sweep()
    expect(await versionOf()).toBe(before)
  })
})
