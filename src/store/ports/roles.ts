import type { OwnRole } from '../../../actors/role'

/** Roles of the desk's own. `nameKey` is a name as it is compared. */
export interface Roles {
  /** By name. */
  all(): Promise<OwnRole[]>
  find(id: string): Promise<OwnRole | undefined>
  create(role: OwnRole, nameKey: string): Promise<'done' | 'taken'>
  /** Writes it anew while it is still of the `version` that was looked at. */
  change(role: OwnRole, nameKey: string, version: string): Promise<'done' | 'taken' | 'changed'>
  /** One that is gone already is done. */
  remove(id: string): Promise<void>
}
