import type { AuditRow } from '../../../actors/audit'
import type { Macro } from '../../../actors/canned/macro'

/**
 * What is done by one press. `nameKey` is a name as it is compared; `told` is what the audit is told of a
 * write: both are written, or neither.
 */
export interface Macros {
  /** By name. */
  all(): Promise<Macro[]>
  find(id: string): Promise<Macro | undefined>
  create(macro: Macro, nameKey: string, told?: AuditRow): Promise<'done' | 'taken'>
  /** Writes it anew while it is still of the `version` that was looked at. */
  change(
    macro: Macro,
    nameKey: string,
    version: string,
    told?: AuditRow,
  ): Promise<'done' | 'taken' | 'changed'>
  /** One that is gone already is done. */
  remove(id: string, told?: AuditRow): Promise<void>
}
