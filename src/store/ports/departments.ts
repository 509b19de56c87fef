import type { DepartmentRow } from '../../../actors/summary'

/**
 * Under `removed:<id>` the desk's settings have when a department was removed. The department
 * itself goes on: what was asked of it keeps it, and its name.
 */
export const REMOVED = 'removed:'

/** A department, and since when it can be chosen no more, ms UTC; null while it can. */
export type Department = DepartmentRow & { removedAt: number | null }

/** And when it was made, ms UTC. */
export type CreatedDepartment = Department & { createdAt: number }

/** Whether it can be chosen: by visitors, for accounts, to hand over to. */
export const isActive = ({ removedAt }: Pick<Department, 'removedAt'>): boolean =>
  removedAt === null
