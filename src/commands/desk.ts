import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { FileBytes } from '../files/bytes'
import type { Log } from '../log'
import type { BlockList } from '../policies/blocks'
import type { Rate } from '../policies/rate'
import type { Store } from '../store/store'
import type { System } from '../system/system'
import type { Passwords } from './passwords'

/** What every command works with. */
export type Desk = {
  store: Store
  system: System
  bus: Bus
  clock: Clock
  log: Log
  rate: Rate
  /** Who is kept out. */
  blocks: BlockList
  passwords: Passwords
  /** What is in the files that people send. */
  files: FileBytes
  /** Whether mail goes out from here. */
  mails: boolean
  /** Whether providers of sign-in may be inside: at this machine, at networks of its own, on plain http. */
  providersInside: boolean
  /** Of the installation; signs what must be made again but never guessed. */
  secret: string
}

/** Where a request came from: the client's address as the server knows it. */
export type From = {
  address: string
  /** What they came with, in words. */
  browser?: string
  /** The family of their browser, which is all that the audit keeps of it. */
  family?: string
  /** Whose clock they read, an IANA name or an offset: left out, UTC. */
  zone?: string
  /** In which language they read: what they are asked is kept in their words. */
  language?: string
}
