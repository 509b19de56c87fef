import { folded } from '../../../actors/canned/search'
import { isBuiltIn } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { type Forcing, forceFactor } from '../factors/force'
import { changeRole, createRole, removeRole } from './write'

/** The id of a role by what somebody calls it: its name, or its id; undefined where there is none. */
export const roleNamed = async (
  { store }: Pick<Desk, 'store'>,
  name: string,
): Promise<string | undefined> => {
  if (isBuiltIn(name)) return name
  const own = await store.roles.all()
  return (own.find(({ id }) => id === name) ?? own.find((one) => folded(one.name) === folded(name)))
    ?.id
}

/** A role as the command line wants it. */
export type RoleSetting = {
  role: string
  /** What a new one begins with. */
  like?: string | undefined
  name?: string | undefined
  allow?: readonly string[] | undefined
  deny?: readonly string[] | undefined
  /** What it allows, and nothing else. */
  only?: readonly string[] | undefined
  secondFactor?: Forcing | undefined
}

const unknown = () => new Problem('missing', 'roleUnknown')

/**
 * Makes a role by its name, or changes one that is there, for whoever has the machine. Answers its id.
 * Problems: those of `createRole` and `changeRole`, missing `roleUnknown`.
 */
export const setRole = async (
  desk: Desk,
  { secondFactor, ...setting }: RoleSetting,
): Promise<string | Problem> => {
  const { role: _role, ...others } = setting
  const known = await roleNamed(desk, setting.role)
  const isFactorAlone = Object.values(others).every((value) => value === undefined)
  // A built-in role stays as it is, but for this.
  const id = known && secondFactor && isFactorAlone ? known : await setGrants(desk, setting)
  if (isProblem(id) || secondFactor === undefined) return id
  return forceFactor(desk, id, { second_factor: secondFactor })
}

const setGrants = async (
  desk: Desk,
  { role, like, name, allow = [], deny = [], only }: Omit<RoleSetting, 'secondFactor'>,
): Promise<string | Problem> => {
  const known = await roleNamed(desk, role)
  const from = await roleNamed(desk, like ?? 'agent')
  if (!from) return unknown()
  const id = known ?? (await createRole(desk, { name: role, from }))
  if (isProblem(id)) return id
  const before = (await desk.store.roles.find(id))?.permissions ?? []
  const grants = (only ?? [...before, ...allow]).filter((one) => !deny.includes(one))
  const isAsked = only !== undefined || allow.length + deny.length > 0
  if (known === undefined && !isAsked && name === undefined) return id
  return changeRole(desk, id, {
    ...(name === undefined ? {} : { name }),
    ...(isAsked ? { permissions: [...new Set(grants)] } : {}),
  })
}

/** Takes a role away by its name. Problems: missing `roleUnknown`, those of `removeRole`. */
export const removeRoleNamed = async (desk: Desk, name: string): Promise<string | Problem> => {
  const id = await roleNamed(desk, name)
  return id ? removeRole(desk, id) : unknown()
}
