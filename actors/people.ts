/** Who is asking. Fixed by the server from a cookie, never by what a request says. */
export type Visitor = { kind: 'visitor'; id: string }
/** The roles that every desk has, which nobody changes. What each may is the table of permissions. */
export const builtInRoles = ['owner', 'admin', 'supervisor', 'agent'] as const
export type BuiltInRole = (typeof builtInRoles)[number]
/** Id of a role: a built-in one, or one of the desk's own. */
export type Role = string
export type Staff = {
  kind: 'staff'
  /** The account's id, which is also the id of the agent actor. */
  id: string
  name: string
  role: Role
  /** What a role of the desk's own allows; left out for a built-in one, whose line the table has. */
  grants?: readonly string[]
  /** Departments the agent belongs to. */
  departments: readonly string[]
  /** Where their request came from, and the family of their browser; left out where there is none. */
  from?: { address: string; browser: string }
}
export type Person = Visitor | Staff

export const isBuiltIn = (role: Role): role is BuiltInRole =>
  (builtInRoles as readonly string[]).includes(role)
