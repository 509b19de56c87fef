import type { NamedRole } from './role-paths'

/** A role in the list; `of` counts all permissions there are. */
export type RoleLine = NamedRole & {
  isBuiltIn: boolean
  people: number
  permissions: readonly string[]
  of: number
  /** Who has it comes in with a second factor only. */
  secondFactor: 'required' | 'optional'
}

export type RoleDetails = RoleLine & {
  version: string
  /** Those it can have, and of these the ones that who asks has too. */
  all: readonly string[]
  yours: readonly string[]
  /** It allows more than who asks may. */
  isAbove: boolean
  who: readonly { id: string; name: string }[]
}
