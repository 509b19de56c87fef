import type { AuditRow } from '../../../actors/audit'
import type { OwnRole } from '../../../actors/role'

/**
 * Roles of the desk's own. `nameKey` is a name as it is compared; what the audit is `told` of a write is
 * written with it.
 */
export interface Roles {
  /** By name. */
  all(): Promise<OwnRole[]>
  find(id: string): Promise<OwnRole | undefined>
  create(role: OwnRole, nameKey: string, told?: AuditRow): Promise<'done' | 'taken'>
  /** Writes it anew while it is still of the `version` that was looked at. */
  change(
    role: OwnRole,
    nameKey: string,
    version: string,
    told?: AuditRow,
  ): Promise<'done' | 'taken' | 'changed'>
  /** One that is gone already is done. */
  remove(id: string, told?: AuditRow): Promise<void>
}
