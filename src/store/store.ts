import type { Ports } from './nouns'

export type Health = {
  dialect: string
  version: string
  /** The newest migration that ran. */
  schema: string
  bytes: number
  walBytes: number
  /** By its own clock, ms UTC. */
  now: number
}

/**
 * The truth. Everything the desk knows is in here; what is elsewhere is a cache or a hint.
 *
 * Times are ms UTC, ids are UUIDv7 text, keys compare by bytes. Every promise rejects only for
 * faults of the database itself (`Unavailable` when it cannot be reached), never for what a
 * person did. The same contract holds on SQLite and MySQL (`tests/contracts/store.ts`).
 */
export interface Store extends Ports {
  /** Whether other nodes write here too: what this node remembers may then be behind. */
  readonly shared: boolean
  /** Answers when the store can read: for `/ready`. Rejects within 2 s otherwise. */
  ping(): Promise<void>
  /**
   * Answers when the newest write went through, or another one does now; nothing is written
   * otherwise. Rejects within 2 s with why it did not.
   */
  proveWritable(): Promise<void>
  /** Figures for `doctor` and metrics. What SQLite alone has (`bytes`, `walBytes`) is 0 on MySQL. */
  health(): Promise<Health>
  /**
   * Lets go of what was removed, so that it is in no file of the database any more. Nothing else is done
   * meanwhile where that is one file; a server does it by itself in its time.
   */
  compact(): Promise<void>
  close(): Promise<void>
}
