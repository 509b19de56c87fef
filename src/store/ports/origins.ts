import type { Address } from '../../../actors/address'
import type { Entry } from '../../../actors/entry'
import type { Turn } from '../../../actors/turn'

/** Something of ours that came from elsewhere. */
export type Origin = { source: string; kind: string; sourceId: string; id: string }

/** What something is called elsewhere. */
export type OriginKey = Omit<Origin, 'id'>

/** A file whose bytes are there already. */
export type BroughtFile = {
  id: string
  conversation: string
  clientId: string
  bytes: number
  name: string
  type: string
  at: number
}

/** What one transaction brings in. */
export type BroughtIn = {
  turns: readonly Turn[]
  files: readonly BroughtFile[]
  origins: readonly Origin[]
}

/** What was brought in from elsewhere, each once. */
export interface Origins {
  /** Which of ours these are, of those that were brought in. */
  known(keys: readonly OriginKey[]): Promise<Origin[]>
  /** Where these of ours came from. */
  of(kind: string, ids: readonly string[]): Promise<Origin[]>
  /**
   * Writes all of it with where it came from, or nothing: `taken` when one of it is here already.
   * Nobody hears of it.
   */
  bringIn(all: BroughtIn): Promise<'done' | 'taken'>
  /**
   * All lines of some conversations, in their order and as they were written: with the words that they
   * had before they were changed.
   */
  lines(conversations: readonly string[]): Promise<Entry[]>
  /** Addresses of a kind of actor before one of them, the last first. */
  before(kind: string, address: Address | null, limit: number): Promise<Address[]>
}
