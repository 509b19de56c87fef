import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import { openBlockList } from '../policies/blocks'
import type { Store } from '../store/store'

/** How often nodes that share a store look for what a lost ring would have told, ms. */
const LOOK_MS = 20_000

/** Who is kept out, the same on all nodes: read at the start, when another node says so, and now and then. */
export const openBlocks = async ({
  store,
  bus,
  clock,
  log,
}: {
  store: Store
  bus: Bus
  clock: Clock
  log: Log
}) => {
  const list = openBlockList(clock, () => store.blocks.inForce(clock.now()))
  const look = () => {
    list.refresh().catch((problem) => log.warn('who is kept out could not be read', { problem }))
  }
  await list.refresh()
  const stops = [
    bus.subscribeAll(({ what }) => {
      if (what === 'blocks') look()
    }),
    bus.onReconnect(look),
    ...(store.shared ? [clock.every(LOOK_MS, look)] : []),
  ]
  return {
    list,
    close() {
      for (const stop of stops) stop()
    },
  }
}
