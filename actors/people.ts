/** Who is asking. Fixed by the server from a cookie, never by what a request says. */
export type Visitor = { kind: 'visitor'; id: string }
/** What each may is the table of permissions. */
export type Role = 'owner' | 'admin' | 'supervisor' | 'agent'
export type Staff = {
  kind: 'staff'
  /** The account's id, which is also the id of the agent actor. */
  id: string
  name: string
  role: Role
  /** Departments the agent belongs to. */
  departments: readonly string[]
  /** Where their request came from, and the family of their browser; left out where there is none. */
  from?: { address: string; browser: string }
}
export type Person = Visitor | Staff
