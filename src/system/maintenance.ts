import { addressOf } from '../../actors/address'
import { HEAD_ROWS } from '../../actors/department/line'
import { isStuck } from '../../actors/department/routing'
import type { Clock, Stop } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import type { System } from './system'

/** How often a node says that it lives, and after what silence it is taken for dead, ms. */
const HEARTBEAT_MS = 5_000
const DEAD_MS = 15_000
/** How often the desk is looked over for anything stuck, ms. */
const SWEEP_MS = 60_000
/** How often what is over is thrown away, ms. */
const TIDY_MS = 3_600_000
const DAY_MS = 24 * TIDY_MS
/** Pause between two of the many small deletes that this is: others have the database meanwhile. */
const TIDY_PAUSE_MS = 20
/** A visitor's cookie lives for a year after it was given out: later nobody brings it. */
const TOKEN_LIFE_MS = 366 * DAY_MS

/**
 * Knows which nodes live, so that agents connected through a dead one are known to be gone, and
 * looks now and then whether anything is stuck that events should have moved. A desk that shares its
 * store with nobody writes once at its start and then only when there is something to do. `woke` is
 * called when this node itself was silent for so long that others may have taken it for dead.
 */
export const openMaintenance = (parts: {
  node: string
  store: Store
  system: Pick<System, 'send'>
  clock: Clock
  log: Log
  woke?: () => void
}) => {
  const { node, store, system, clock, log } = parts
  const timers: Stop[] = []
  let settled = false
  let stopped = false
  /** Since when this node has watched without a break, and its newest beat. */
  let watching = clock.now()
  let beatAt = clock.now()
  let tidiedAt = Number.NEGATIVE_INFINITY

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

  const sweep = async () => {
    for (const { id } of await store.inbox.departments()) {
      const reads = await store.turns.reads({ department: id, line: HEAD_ROWS, conversation: null })
      if (!isStuck(reads)) continue
      log.warn('somebody waited while somebody was free', { department: id })
      await system.send(addressOf('department', id), { type: 'swept', at: clock.now() })
    }
  }

  const inBatches = async (remove: () => Promise<boolean>) => {
    while (!stopped && (await remove())) await clock.sleep(TIDY_PAUSE_MS)
  }

  /** What only grows: sessions that ended, visitors who will not come back, nodes that were killed. */
  const tidy = async () => {
    const now = clock.now()
    if (now - tidiedAt < TIDY_MS) return
    await inBatches(() => store.accounts.tidy(now))
    await inBatches(() => store.visits.forget(now - TOKEN_LIFE_MS))
    await inBatches(() => store.nodes.forget(node, now - DAY_MS))
    tidiedAt = now
  }

  const underway = new Set<Promise<void>>()

  const every = (ms: number, work: () => Promise<void>) => {
    let busy = false
    timers.push(
      clock.every(ms, () => {
        if (busy) return
        busy = true
        const done = work()
          .catch((problem) => log.warn('the caretaker could not do his round', { problem }))
          .finally(() => {
            busy = false
            underway.delete(done)
          })
        underway.add(done)
      }),
    )
  }

  const round = async () => {
    if (store.shared) await beat()
    await expireNodes()
  }

  return {
    async start() {
      await beat()
      every(HEARTBEAT_MS, round)
      every(SWEEP_MS, sweep)
      every(SWEEP_MS, tidy)
    },
    /** One beat and one look at the others, and over the desk; for who turns the clock himself. */
    round,
    sweep,
    tidy,
    async stop() {
      stopped = true
      for (const stop of timers) stop()
      await Promise.all(underway)
    },
  }
}
