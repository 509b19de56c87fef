import { addressOf } from '../../../actors/address'
import type { Clock } from '../../clock'
import type { Store } from '../../store/store'
import type { System } from '../system'
import { openSilences } from './silences'

/** How often a node says that it lives, ms. */
export const HEARTBEAT_MS = 5_000
/** After what silence a node is taken for dead, ms. */
const DEAD_MS = 15_000
/** Later than any beat. */
const ANY_TIME = Number.MAX_SAFE_INTEGER

/**
 * Says that this node lives, and looks who does not. `woke` is called when this node itself was
 * silent for so long that others may have taken it for dead.
 */
export const openHeartbeat = (parts: {
  node: string
  store: Pick<Store, 'nodes' | 'shared'>
  system: Pick<System, 'send'>
  clock: Pick<Clock, 'now' | 'ticks'>
  woke?: (() => void) | undefined
}) => {
  const { node, store, system, clock } = parts
  const silences = openSilences(clock, DEAD_MS, HEARTBEAT_MS)
  let settled = false
  /** Since when this node has watched without a break, and its newest beat. */
  let watchingTicks = clock.ticks()
  let beatTicks = clock.ticks()
  let beatAt = clock.now()

  const beat = async () => {
    const [ticks, now] = [clock.ticks(), clock.now()]
    await store.nodes.beat(node, now)
    // While a machine sleeps only its time of day goes on. One that was set costs no more than a word.
    const silent = Math.max(ticks - beatTicks, now - beatAt) > DEAD_MS
    beatTicks = ticks
    beatAt = now
    if (!silent) return
    // This node or the database stood still, so the others' beats may be late: expire nobody yet.
    watchingTicks = ticks
    parts.woke?.()
  }

  /** Agents who were connected through nodes that are no more. Who shares with nobody is alone. */
  const orphans = async () => {
    if (!store.shared) return store.nodes.orphans(node, ANY_TIME)
    const all = await store.nodes.orphans(node, silences.isAnyDead() ? ANY_TIME : 0)
    return all.filter((orphan) => silences.isDead(orphan.node))
  }

  /** Agents of dead nodes lose that connection; their own grace decides the rest. */
  const expireNodes = async () => {
    // After a start, pages get the time to connect again before anybody is missed.
    if (clock.ticks() - watchingTicks < DEAD_MS || (!store.shared && settled)) return
    for (const orphan of await orphans())
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
      if (store.shared) {
        await beat()
        silences.look(await store.nodes.beats())
      }
      await expireNodes()
    },
  }
}
