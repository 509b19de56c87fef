import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { Problem } from '../../../actors/problem'
import { roleLimits } from '../../../actors/role'
import { canGrant, type Permission, permissions } from '../../policies/permissions'
import { roleId } from '../accounts/change'
import { ticked } from '../accounts/invite'
import { isThere, nameUpTo } from '../input'

const name = nameUpTo(roleLimits.name).superRefine(isThere)

/** What makes a role: like another one, or with what is ticked. */
export const roleForm = z.strictObject({
  name,
  from: roleId.optional(),
  permissions: ticked.optional(),
})

/** What changes one; what is left out stays. `version` is that of what was looked at. */
export const roleChange = z.strictObject({
  name: name.optional(),
  permissions: ticked.optional(),
  version: holding('value', z.string().max(64)).optional(),
})

/** What anybody with an account has, and what who has anything in the office needs for its door. */
const OF_OFFICE =
  /^(?!conversations|workbench|visitors\.(?:edit|invite)|canned\.write|macros\.run|views)/

/**
 * Permissions as a role keeps them, in the order of the table: with those without which the others open
 * nothing. Problems: invalid `permissionUnknown`.
 */
export const grantsOf = (typed: readonly string[]): Permission[] | Problem => {
  const unknown = typed.find(
    (one) => !permissions.some((known) => known === one && canGrant(known)),
  )
  if (unknown !== undefined)
    return new Problem('invalid', 'permissionUnknown', {
      ...{ field: 'permissions', values: { permission: unknown.slice(0, 60) } },
    })
  const isIn = (one: Permission) =>
    typed.includes(one) ||
    one === 'workbench.use' ||
    (one === 'office.use' && typed.some((other) => OF_OFFICE.test(other)))
  return permissions.filter(isIn)
}
