import type { Role } from './people'

/** A role of the desk's own: its name, and the permissions it gives. */
export type OwnRole = {
  id: Role
  name: string
  permissions: readonly string[]
  /** Another one with every change. */
  version: string
}

/** Characters of a name, and how many of them a desk may have. */
export const roleLimits = { name: 40, most: 50 } as const
