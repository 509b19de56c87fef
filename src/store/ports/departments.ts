import type { DepartmentRow } from '../../../actors/summary'

export interface Departments {
  /** By name, with those that were removed. */
  all(): Promise<DepartmentRow[]>
  find(id: string): Promise<DepartmentRow | undefined>
  /** Whether anybody of one is on duty (`isOnDuty` of its floor). */
  isStaffed(id: string): Promise<boolean>
}
