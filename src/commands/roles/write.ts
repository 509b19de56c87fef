import { folded } from '../../../actors/canned/search'
import { isBuiltIn } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { type OwnRole, roleLimits } from '../../../actors/role'
import { canGrant, permissionsOf } from '../../policies/permissions'
import { oneByOne } from '../accounts/last-admin'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import { differences } from '../differences'
import { read } from '../input/read'
import { grantsOf, roleChange, roleForm } from './form'
import { type By, roleOf, whyAbove, whyNotGiven } from './of'
import { spread } from './spread'

const nameTaken = (name: string) =>
  new Problem('conflict', 'roleTaken', { field: 'name', values: { name } })

const valuesOf = ({ name, permissions }: Pick<OwnRole, 'name' | 'permissions'>) => ({
  name,
  ...Object.fromEntries(permissions.map((one) => [one, 'yes'])),
})

/** What differs between two states of a role, for the audit. */
const changesOf = (before: OwnRole, after: OwnRole) => {
  const all = new Set([...before.permissions, ...after.permissions])
  const none = Object.fromEntries([...all].map((one) => [one, 'no']))
  return differences({ ...none, ...valuesOf(before) }, { ...none, ...valuesOf(after) })
}

/**
 * Makes a role of the desk's own, like another or of what is ticked. Answers its id.
 * Problems: invalid (field) | `roleUnknown` | `permissionUnknown`, forbidden `mayMoreThanYou`, conflict
 * `roleTaken` | `tooManyRoles`.
 */
export const createRole = async (
  desk: Desk,
  input: unknown,
  by: By = null,
): Promise<string | Problem> => {
  const form = read(roleForm, input)
  if (isProblem(form)) return form
  const from = await roleOf(desk, form.from ?? 'agent')
  if (!from) return new Problem('invalid', 'roleUnknown', { field: 'from' })
  const like = [...permissionsOf(from)].filter(canGrant)
  const grants = grantsOf(form.permissions ?? like)
  if (isProblem(grants)) return grants
  const id = `own-${desk.clock.id().replaceAll('-', '').slice(-16)}`
  const above = whyNotGiven(by, { role: id, grants })
  if (above) return above
  if (isNameBuiltIn(form.name)) return nameTaken(form.name)
  if ((await desk.store.roles.all()).length >= roleLimits.most)
    return new Problem('conflict', 'tooManyRoles', { values: { limit: roleLimits.most } })
  const role = { id, name: form.name, permissions: grants, version: desk.clock.id() }
  const { name: _, ...given } = valuesOf(role)
  const detail = { value: form.name, ...differences(undefined, given) }
  const told = auditRow(desk, by ?? commandLine, 'roleMade', `role:${id}`, detail)
  const outcome = await desk.store.roles.create(role, folded(form.name), told)
  return outcome === 'taken' ? nameTaken(form.name) : id
}

/** Words of the desk for its own roles, which another would be taken for. */
const isNameBuiltIn = (name: string): boolean => isBuiltIn(folded(name))

/**
 * Changes a role of the desk's own; what is left out stays. Whoever has it acts by the new one at once,
 * pages that are open too. Answers its id.
 * Problems: invalid (field) | `permissionUnknown`, missing, forbidden `mayMoreThanYou`, conflict
 * `roleBuiltIn` | `roleTaken` | `changedMeanwhile`.
 */
export const changeRole = async (
  desk: Desk,
  id: string,
  input: unknown,
  by: By = null,
): Promise<string | Problem> => {
  const form = read(roleChange, input)
  if (isProblem(form)) return form
  const before = await ownRole(desk, id)
  if (isProblem(before)) return before
  const grants = form.permissions ? grantsOf(form.permissions) : before.permissions
  if (isProblem(grants)) return grants
  const name = form.name ?? before.name
  const refused =
    whyAbove(by, { role: id, grants: before.permissions }) ??
    whyNotGiven(by, { role: id, grants }) ??
    (isNameBuiltIn(name) ? nameTaken(name) : null) ??
    (form.version === undefined || form.version === before.version ? null : stale())
  if (refused) return refused
  const after: OwnRole = { id, name, permissions: grants, version: desk.clock.id() }
  const changed = changesOf(before, after)
  const detail = { value: name, ...changed }
  const told = changed && auditRow(desk, by ?? commandLine, 'roleChanged', `role:${id}`, detail)
  const wrote = await spread(desk, { before, after }, () =>
    desk.store.roles.change(after, folded(name), before.version, told),
  )
  if (isProblem(wrote)) return wrote
  if (wrote === 'taken') return nameTaken(name)
  return wrote === 'changed' ? stale() : id
}

const stale = () => new Problem('conflict', 'changedMeanwhile')

const ownRole = async (desk: Desk, id: string): Promise<OwnRole | Problem> => {
  if (isBuiltIn(id)) return new Problem('conflict', 'roleBuiltIn')
  return (await desk.store.roles.find(id)) ?? new Problem('missing', 'missing')
}

/**
 * Takes a role of the desk's own away, once nobody has it. Answers its id.
 * Problems: missing, forbidden `mayMoreThanYou`, conflict `roleBuiltIn` | `roleInUse`.
 */
export const removeRole = async (
  desk: Desk,
  id: string,
  by: By = null,
): Promise<string | Problem> => {
  const role = await ownRole(desk, id)
  if (isProblem(role)) return role
  const above = whyAbove(by, { role: id, grants: role.permissions })
  if (above) return above
  return oneByOne(desk, async () => {
    const people = (await desk.store.accounts.all()).filter((account) => account.role === id)
    if (people.length > 0)
      return new Problem('conflict', 'roleInUse', { values: { count: people.length } })
    const detail = { value: role.name }
    await desk.store.roles.remove(
      id,
      auditRow(desk, by ?? commandLine, 'roleRemoved', `role:${id}`, detail),
    )
    return id
  })
}
