import { addressOf } from '../../../actors/address'
import type { Clock } from '../../clock'
import type { Store } from '../../store/store'
import type { System } from '../system'

/** After what silence a node is taken for dead, ms. */
const DEAD_MS = 15_000

/**
 * Says that this node lives, and looks who does not. `woke` is called when this node itself was
 * silent for so long that others may have taken it for dead.
 */
export const openHeartbeat = (parts: {
  node: string
  store: Pick<Store, 'nodes' | 'shared'>
  system: Pick<System, 'send'>
  clock: Pick<Clock, 'now'>
  woke?: (() => void) | undefined
}) => {
  const { node, store, system, clock } = parts
  let settled = false
  /** Since when this node has watched without a break, and its newest beat. */
  let watching = clock.now()
  let beatAt = clock.now()

  const beat = async () => {
    const now = clock.now()
    await store.nodes.beat(node, now)
    const silent = now - beatAt > DEAD_MS
    beatAt = now
    if (!silent) return
    // It stood still, or the database did and with it the others' beats: nobody is missed yet.
    watching = now
    parts.woke?.()
  }

  /** Agents of dead nodes lose that connection; their own grace decides the rest. */
  const expireNodes = async () => {
    // After a start, pages get the time to connect again before anybody is missed.
    if (clock.now() - watching < DEAD_MS || (!store.shared && settled)) return
    const before = store.shared ? clock.now() - DEAD_MS : watching
    for (const orphan of await store.nodes.orphans(node, before))
      await system.send(addressOf('agent', orphan.agent), {
        type: 'vanished',
        at: clock.now(),
        node: orphan.node,
      })
    settled = true
  }

  return {
    beat,
    /** One beat, where others listen, and one look at the others. */
    async round() {
      if (store.shared) await beat()
      await expireNodes()
    },
  }
}
