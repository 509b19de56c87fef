import type { AuditRow } from '../../../actors/audit'

/** Who did what. Nothing here is ever changed or taken away. */
export interface Audit {
  add(row: AuditRow): Promise<void>
  /** Newest first, those before an id; all of them from the newest where it is left out. */
  newest(limit: number, before?: string): Promise<AuditRow[]>
}
