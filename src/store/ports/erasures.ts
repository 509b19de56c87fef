import type { AuditRow } from '../../../actors/audit'
import type { Erasure } from '../../../actors/erasing/erasure'

/** What must not be erased: a visitor with all that is theirs, or one conversation. */
export type LegalHold = {
  /** `visitor:<id>` or `conversation:<id>`. */
  object: string
  reason: string
  by: string
  byName: string
  at: number
}

/** Who is to be erased and who was, and what must not be. */
export interface Erasures {
  /** With who asks for it, or not at all. */
  add(erasure: Erasure, told: AuditRow): Promise<void>
  /** As far as it has come; with what the audit is told of it. */
  save(erasure: Erasure, told?: AuditRow): Promise<void>
  find(id: string): Promise<Erasure | undefined>
  /** Newest first. */
  newest(limit: number): Promise<Erasure[]>
  /** The oldest that is not done; of those that were asked for after one. */
  next(after?: string): Promise<Erasure | undefined>
  /** Keeps one; one that is kept already is kept for the newer reason. */
  hold(hold: LegalHold, told: AuditRow): Promise<void>
  release(object: string, told: AuditRow): Promise<void>
  /** Which of these are kept. */
  heldOf(objects: readonly string[]): Promise<LegalHold[]>
  /** Newest first. */
  held(limit: number): Promise<LegalHold[]>
}
