import { isBuiltIn, type Role, type Staff } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { permissionsOf, type RoleOf } from '../../policies/permissions'
import { covers } from '../../policies/rank'
import type { Desk } from '../desk'

/** Who does something: somebody of the desk, or null for the command line, which is its host's. */
export type By = Staff | null

/** A role with what it allows; undefined where there is none of that id. */
export const roleOf = async (
  { store }: Pick<Desk, 'store'>,
  role: Role,
): Promise<RoleOf | undefined> => {
  if (isBuiltIn(role)) return { role }
  const own = await store.roles.find(role)
  return own && { role, grants: own.permissions }
}

/** Whether somebody of that role may be given conversations at all. */
export const repliesBy = (role: RoleOf): boolean => permissionsOf(role).has('conversations.reply')

/**
 * Why somebody may not do this to who has a role, or to the role itself: it allows more than their own.
 * Null when they may. Of a role that is gone nobody may more.
 */
export const whyAbove = (by: By, role: RoleOf | undefined): Problem | null =>
  by === null || !role || covers(by, role) ? null : new Problem('forbidden', 'mayMoreThanYou')

/**
 * Why a role cannot be given by somebody: there is none, or it allows what they may not themselves.
 * Problems: invalid `roleUnknown`, forbidden `mayMoreThanYou`.
 */
export const whyNotGiven = (by: By, role: RoleOf | undefined): Problem | null =>
  role ? whyAbove(by, role) : new Problem('invalid', 'roleUnknown', { field: 'role' })
