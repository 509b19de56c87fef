import { type Clock, systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import type { Store } from '../../src/store/store'
import { openIndexer } from '../../src/system/indexer'

/** Takes in all that a store has, without a rest between the writes. */
export const indexAll = async (store: Store, node = 'node'): Promise<void> => {
  const bus = { subscribeAll: () => () => {}, onReconnect: () => () => {} }
  const clock: Clock = { ...systemClock, after: (_ms, work) => systemClock.after(0, work) }
  await openIndexer({ node, store, bus, clock, log: openLog('silent') }).round()
}
