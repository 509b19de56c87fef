import type { Mask } from '../../actors/masking/mask'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { FileBytes } from '../files/bytes'
import type { Log } from '../log'
import type { BlockList } from '../policies/blocks'
import type { Rate } from '../policies/rate'
import type { Store } from '../store/store'
import type { System } from '../system/system'
import type { Passwords } from './passwords'

/** What is masked on this node, and when something else is. */
export type Masks = {
  mask: Mask
  /** What is kept of a visitor's address. */
  address(counted: string): string
  load(): Promise<void>
  listen(hear: () => void): () => void
}

/** Mail that was put into the folder of a node, by the ids of its letters. */
export type Outbox = { remove(letters: readonly string[]): void }

/** What every command works with. */
export type Desk = {
  /** As everybody reads it: what is masked is told to nobody. */
  store: Store
  /** What people wrote, as it is: for what compares it, and for whoever reveals it. */
  unmasked: Pick<Store, 'transcripts'>
  masks: Masks
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
  /** Where mail is put that no server takes. */
  outbox: Outbox
  /** Which life of the desk's data this is: it changes as a backup is put in their place. */
  epoch: string
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
