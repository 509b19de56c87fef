import { afterEach, beforeEach, expect, jest, test } from 'bun:test'
import type { Clock } from '../../src/clock'
import { openLog } from '../../src/log'
import type { Store } from '../../src/store/store'
import { Unavailable } from '../../src/store/unavailable'
import { openMaintenance } from '../../src/system/maintenance'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

/** The timers, and then what they began. */
const pass = async (ms: number) => {
  jest.advanceTimersByTime(ms)
  for (let n = 0; n < 20; n += 1) await Promise.resolve()
}

test('on one node the agents of the last run are missed once, however often the store fails', async () => {
  const outcomes: ('fails' | 'answers')[] = ['fails', 'answers', 'answers']
  let looks = 0
  const nodes: Store['nodes'] = {
    beat: async () => {},
    leave: async () => {},
    forget: async () => false,
    orphans: async () => {
      looks += 1
      if (outcomes[looks - 1] === 'fails') throw new Unavailable('The disk is full')
      return [{ agent: 'ana', node: 'the last run' }]
    },
  }
  const sent: string[] = []
  let now = 0
  const clock: Clock = { now: () => now, id: () => 'this', chance: () => 0 }
  const caretaker = openMaintenance({
    node: 'this',
    store: { shared: false, nodes } as Store,
    system: {
      send: async (address, event) => {
        sent.push(`${address} ${event.type}`)
        return { outcome: 'parked' }
      },
    },
    clock,
    log: openLog('silent'),
  })
  await caretaker.start()
  for (; now < 40_000; now += 5_000) await pass(5_000)
  await caretaker.stop()
  expect(looks).toBe(2)
  expect(sent).toEqual(['agent:ana vanished'])
})
