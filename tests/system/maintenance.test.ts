import { afterEach, expect, test } from 'bun:test'
import { openLocalBus } from '../../src/bus/local'
import { openLog } from '../../src/log'
import type { Store } from '../../src/store/store'
import { Unavailable } from '../../src/store/unavailable'
import { openMaintenance } from '../../src/system/maintenance'
import { openTestClock } from '../support/clock'

const nobody: Store['nodes'] = {
  beat: async () => {},
  leave: async () => {},
  forget: async () => false,
  beats: async () => [],
  orphans: async () => [],
}

/** Where there is nothing to throw away. */
const none = { forget: async () => false }
const swept = {
  ...{ visits: { ...none, dropTokens: async () => {} }, letters: none, drafts: none },
  ...{ scheduled: none, tags: { leaving: async () => [] } },
  customers: { over: async () => [], closeSessions: async () => {}, tidy: async () => false },
  profiles: { forgetPushes: async () => false },
}

/** Nothing to fill in, and no tag that is called otherwise. */
const idle = { tags: { leaving: async () => [] }, accounts: { setting: async () => 'yes' } }

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** A caretaker on a clock that is turned, over the few parts of a store that it asks. */
const open = async (shared: boolean, nodes: Partial<Store['nodes']>, more = {}) => {
  const testClock = openTestClock()
  const bus = openLocalBus()
  const sent: string[] = []
  const lines: string[] = []
  const caretaker = openMaintenance({
    node: 'this',
    store: { shared, nodes: { ...nobody, ...nodes }, ...idle, ...more } as object as Store,
    bus,
    system: {
      send: async (address, event) => {
        sent.push(`${address} ${event.type}`)
        return { outcome: 'parked' }
      },
    },
    clock: testClock.clock,
    log: openLog('warn', (line) => lines.push(line)),
  })
  stops.push(caretaker.stop)
  await caretaker.start()
  return { testClock, caretaker, sent, lines, bus }
}

test('on one node the agents of the last run are missed once, however often the store fails', async () => {
  const outcomes: ('fails' | 'answers')[] = ['fails', 'answers', 'answers']
  let looks = 0
  const orphans = async () => {
    looks += 1
    if (outcomes[looks - 1] === 'fails') throw new Unavailable('The disk is full')
    return [{ agent: 'ana', node: 'the last run' }]
  }
  const { testClock, sent } = await open(false, { orphans })
  await testClock.pass(10_000)
  expect(looks).toBe(0)
  await testClock.pass(30_000)
  expect(looks).toBe(2)
  expect(sent).toEqual(['agent:ana vanished'])
})

test('among others it says every five seconds that it lives, and nothing after its stop', async () => {
  const beats: number[] = []
  const { testClock, caretaker } = await open(true, {
    beat: async (_, at) => void beats.push(at),
  })
  const start = testClock.now()
  await testClock.pass(20_000)
  expect(beats.map((at) => at - start)).toEqual([0, 5_000, 10_000, 15_000, 20_000])
  await caretaker.stop()
  await testClock.pass(60_000)
  expect(beats).toHaveLength(5)
  expect(testClock.timers()).toBe(0)
})

test('a round that hangs is not begun again, and a stop waits for it', async () => {
  const slow = Promise.withResolvers<void>()
  let begun = 0
  const beat = () => (begun++ === 0 ? Promise.resolve() : slow.promise)
  const { testClock, caretaker } = await open(true, { beat })
  await testClock.pass(30_000)
  expect(begun).toBe(2)
  let stopped = false
  const stop = caretaker.stop().then(() => {
    stopped = true
  })
  await Bun.sleep(0)
  expect(stopped).toBe(false)
  slow.resolve()
  await stop
  expect(stopped).toBe(true)
})

test('every minute the desk is looked over, and every hour what is over is thrown away', async () => {
  let looks = 0
  const tidied: number[] = []
  const departments = {
    all: async () => {
      looks += 1
      if (looks === 2) throw new Unavailable('The database is away')
      return []
    },
  }
  const accounts = { ...idle.accounts, tidy: async (at: number) => void tidied.push(at) }
  const { testClock, lines } = await open(true, {}, { departments, accounts, ...swept })
  const start = testClock.now()
  await testClock.pass(3 * 3_600_000)
  expect(looks).toBe(180)
  // What failed once is tried a minute later all the same.
  expect(lines).toHaveLength(1)
  expect(tidied.map((at) => (at - start) / 60_000)).toEqual([1, 61, 121])
})

test('nothing is thrown away soon after the clock was set forward, nor once it was put right', async () => {
  const tidied: number[] = []
  const accounts = { ...idle.accounts, tidy: async (at: number) => void tidied.push(at) }
  const departments = { all: async () => [] }
  const { testClock } = await open(true, {}, { departments, accounts, ...swept })
  const start = testClock.now()
  await testClock.pass(60_000)
  const monthMs = 30 * 86_400_000
  testClock.set(monthMs)
  await testClock.pass(90 * 60_000)
  expect(tidied.map((at) => at - start)).toEqual([60_000, monthMs + 62 * 60_000])
  testClock.set(monthMs)
  await testClock.pass(30 * 60_000)
  testClock.set(-2 * monthMs)
  await testClock.pass(60 * 60_000)
  expect(tidied.slice(2).every((at) => at < start + monthMs)).toBe(true)
  expect(tidied.length).toBeGreaterThan(2)
})

test('tags are looked at after a start and when they may be others, and not all the time', async () => {
  let looks = 0
  let fails = false
  const leaving = async () => {
    looks += 1
    if (fails) throw new Unavailable('The disk is full')
    return []
  }
  const { testClock, bus } = await open(false, {}, { tags: { leaving } })
  await testClock.pass(600_000)
  expect(looks).toBe(1)
  const ring = () => bus.publish([{ topic: 'department:settings', what: 'settings' }])
  ring()
  await testClock.pass(600_000)
  expect(looks).toBe(2)
  // What could not be asked is asked again.
  fails = true
  ring()
  await testClock.pass(1_000)
  fails = false
  await testClock.pass(600_000)
  expect(looks).toBe(4)
})

test('rows that lack something are filled in until there are none, once for each database', async () => {
  const kept = new Map<string, string>()
  let left = 3
  const store = {
    accounts: {
      setting: async (name: string) => kept.get(name),
      setSetting: async (name: string, value: string) => void kept.set(name, value),
    },
    conversations: {
      fillKeyBits: async () => {
        left -= 1
        return left > 0
      },
    },
  }
  const first = await open(false, {}, store)
  await first.testClock.pass(60_000)
  expect([left, kept.size]).toEqual([0, 1])
  const second = await open(false, {}, store)
  await second.testClock.pass(60_000)
  expect(left).toBe(0)
})
