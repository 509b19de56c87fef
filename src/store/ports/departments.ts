import type { DepartmentRow } from '../../../actors/summary'

export interface Departments {
  /** By name, with those that were removed. */
  all(): Promise<DepartmentRow[]>
  find(id: string): Promise<DepartmentRow | undefined>
  /** What those of one speak who are on duty (`isOnDuty` of its floor), each list of languages once. */
  onDuty(id: string): Promise<string[]>
}
