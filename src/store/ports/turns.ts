import type { AccountRefused } from '../../../actors/account-change'
import type { Address } from '../../../actors/address'
import type { Decision } from '../../../actors/decision'
import type { AnyEvent } from '../../../actors/events'
import type { Needs, Reads } from '../../../actors/rows'
import type { Stored } from '../../../actors/snapshot'
import type { Turn } from '../../../actors/turn'

/** How a commit ended. All but `done` changed nothing at all. */
export type Committed =
  | 'done'
  | 'stale' // another turn made this version first: load again
  | 'repeat' // an entry with this client id exists in the conversation: it was said already
  | 'gone'
  | AccountRefused // what the turn changes of an account cannot be

/** Actors at rest, and the journal of how they came to be. */
export interface Turns {
  /** Rejects with `Damaged` when its snapshot cannot be read. */
  load(address: Address): Promise<Stored | undefined>
  /** What a turn with such needs reads beforehand. Read after `load`, so the fence covers it. */
  reads(needs: NonNullable<Needs>): Promise<Reads>
  /**
   * Writes the whole turn in one transaction, and deletes the mail `consumes` with it.
   * Durable when it answers `done`. SQLite: turns that arrive together share one transaction,
   * each fenced on its own.
   */
  commit(turn: Turn, consumes?: string): Promise<Committed>
  /** The journal of one actor in order, after a version. */
  journal(address: Address, after: number, limit: number): Promise<JournalRow[]>
  /** The whole journals of several actors, each in order; for those that are known to be short. */
  journals(addresses: readonly Address[]): Promise<Map<Address, JournalRow[]>>
  /** Addresses in order, for replay and sweeps; keyset page after an address. */
  addresses(after: string, limit: number): Promise<Address[]>
  decisions(conversation: string): Promise<Decision[]>
  /** When a line last chose this agent for this conversation, ms UTC. */
  chosenAt(conversation: string, agent: string): Promise<number | undefined>
  /** The version each of these actors is at; one that never took a turn is left out. */
  versions(addresses: readonly Address[]): Promise<Map<Address, number>>
}

export type JournalRow = {
  address: Address
  version: number
  at: number
  /** Null when it cannot be read. */
  event: AnyEvent | null
  rejected: boolean
}
