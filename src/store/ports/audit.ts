import type { AuditRow } from '../../../actors/audit'

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
  /** The id of the last that was seen. */
  after: string | null
}

/** Who did what. Nothing here is ever changed or taken away. */
export interface Audit {
  add(row: AuditRow): Promise<void>
  /** Newest first, those before an id; all of them from the newest where it is left out. */
  newest(limit: number, before?: string): Promise<AuditRow[]>
  /** Those that a filter lets through, newest or oldest first, that come after an id. */
  page(ask: AuditAsk, limit: number): Promise<AuditRow[]>
  /** Everybody who did anything, by id, with the name of their newest act. */
  actors(): Promise<{ id: string; name: string }[]>
}
