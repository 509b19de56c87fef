import type { AuditHead, AuditRow, KeptAct } from '../../../actors/audit'

/** Which acts somebody looks for: those to which all of it applies. */
export type AuditAsk = {
  act?: string
  actor?: string
  /** What it was done to, by its address. */
  object?: string
  /** From a time on, and before another, ms UTC. */
  since?: number
  before?: number
  oldestFirst: boolean
  /** The last that was seen: when it was done, and its id. */
  after: { by: number; id: string } | null
}

/** An act as it is put into the chain. */
export type Sealing = { id: string; seq: number; prev: string; hash: string; salt: string }

/** Who did what. Nothing here is ever changed or taken away, but what names somebody who was erased. */
export interface Audit {
  add(row: AuditRow): Promise<void>
  /** Newest first, those before an id; all of them from the newest where it is left out. */
  newest(limit: number, before?: string): Promise<AuditRow[]>
  /** Those that a filter lets through, newest or oldest first, that come after one. */
  page(ask: AuditAsk, limit: number): Promise<KeptAct[]>
  /** Everybody who did anything, by id, with the name of their newest act. */
  actors(): Promise<{ id: string; name: string }[]>
  /** Where the chain ends; null while nothing is in it. */
  head(): Promise<AuditHead | null>
  /** Some of those that are not in the chain yet, oldest first. */
  unsealed(limit: number): Promise<AuditRow[]>
  countUnsealed(): Promise<number>
  /**
   * Puts these into the chain behind its head, and none of them where that is another by now: `stale`,
   * when somebody else was first.
   */
  seal(acts: readonly Sealing[], head: { from: AuditHead | null; to: AuditHead }): Promise<Sealed>
  /** What is in the chain behind a place, in its order; from the first on where it is left out. */
  chain(limit: number, after?: number): Promise<KeptAct[]>
}
type Sealed = 'done' | 'stale'
