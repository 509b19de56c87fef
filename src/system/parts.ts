import type { Mail } from '../../actors/mail'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import type { Parked } from './parked'
import type { SnapshotCache } from './snapshot-cache'

/** What a system stands on. */
export type SystemParts = {
  store: Store
  bus: Bus
  clock: Clock
  log: Log
  /** Hears the mail of every committed turn, to deliver what is due, and the slots of timers it stopped. */
  posted: (mail: readonly Mail[], cancels: readonly string[]) => void
}

/** The same, with what this node knows of the actors. */
export type ActorParts = SystemParts & { snapshots: SnapshotCache; parked: Parked }
