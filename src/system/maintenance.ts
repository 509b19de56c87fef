import type { Bus } from '../bus/bus'
import type { Clock, Stop } from '../clock'
import type { FileBytes } from '../files/bytes'
import type { Log } from '../log'
import type { Store } from '../store/store'
import { FILL_MS, fillOver } from './maintenance/fill'
import { HEARTBEAT_MS, openHeartbeat } from './maintenance/heartbeat'
import { openJobs } from './maintenance/jobs'
import { RETAG_MS, retagOver } from './maintenance/retag'
import { sweepOver } from './maintenance/sweep'
import { openTidy } from './maintenance/tidy'
import type { System } from './system'

/** How often the desk is looked over for anything stuck, and for what is over, ms. */
const SWEEP_MS = 60_000

/**
 * Knows which nodes live, so that agents connected through a dead one are known to be gone, and
 * looks now and then whether anything is stuck that events should have moved. A desk that shares its
 * store with nobody writes once at its start and then only when there is something to do. `woke` is
 * called when this node itself was silent for so long that others may have taken it for dead.
 */
export const openMaintenance = (parts: {
  node: string
  store: Store
  bus: Pick<Bus, 'subscribeAll' | 'onReconnect'>
  files?: Pick<FileBytes, 'remove'>
  system: Pick<System, 'send'>
  clock: Clock
  log: Log
  woke?: () => void
}) => {
  const { beat, round } = openHeartbeat(parts)
  const sweep = sweepOver(parts)
  const { tidy, stop } = openTidy(parts)
  const retag = retagOver(parts)
  const fill = fillOver(parts)
  const jobs = openJobs(parts)
  const stops: Stop[] = []

  /** Tags become others at a ring; who shares a store may miss one. */
  const openRetag = () => {
    const { bus, store } = parts
    const look = jobs.whenAsked(RETAG_MS, retag)
    stops.push(
      bus.subscribeAll(({ what }) => {
        if (what === 'settings') look()
      }),
      bus.onReconnect(look),
    )
    if (store.shared) jobs.every(SWEEP_MS, async () => look())
    look()
  }

  return {
    async start() {
      await beat()
      jobs.every(HEARTBEAT_MS, round)
      jobs.every(SWEEP_MS, sweep)
      jobs.every(SWEEP_MS, tidy)
      openRetag()
      jobs.whenAsked(FILL_MS, fill)()
    },
    /** One beat and one look at the others, and over the desk; for those who turn the clock themselves. */
    ...{ round, sweep, tidy, retag, fill },
    async stop() {
      stop()
      for (const leave of stops) leave()
      await jobs.stop()
    },
  }
}
