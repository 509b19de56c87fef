import { durationText } from '../../../actors/durations'
import type { Role } from '../../../actors/people'
import type { AgentStatus } from '../../../actors/summary'
import type { Store } from '../../store/store'
import type { Listing } from '../output'

/** An account with its place at the desk; `wrapUp` in ms. */
export type AccountLine = {
  id: string
  name: string
  email: string
  role: Role
  /** What it is called, where it is one of the desk's own. */
  roleName?: string
  departments: string[]
  status: AgentStatus | 'disabled'
  load: number
  capacity: number
  mayReply: boolean
  wrapUp: number
}

/** Everybody with a place at the desk, admins too. */
export const accountListing: Listing<AccountLine> = {
  read: async ({ accounts, agents, departments, roles }: Store) => {
    const own = new Map((await roles.all()).map(({ id, name }) => [id, name]))
    const names = new Map((await departments.all()).map(({ id, name }) => [id, name]))
    const lines: AccountLine[] = []
    for (const agent of await agents.all()) {
      const account = await accounts.byId(agent.id)
      // Who was removed is still the author of what they wrote, and nothing else.
      if (!account) continue
      lines.push({
        ...{ id: agent.id, name: agent.name, email: account.email, role: account.role },
        ...(own.has(account.role) ? { roleName: own.get(account.role) ?? '' } : {}),
        departments: agent.departments.map((id) => names.get(id) ?? id),
        status: account.disabledAt === null ? agent.status : 'disabled',
        load: agent.load,
        ...agent.settings,
      })
    }
    return lines
  },
  columns: {
    name: ({ name }) => name,
    'e-mail': ({ email }) => email,
    role: ({ role, roleName }) => roleName ?? role,
    departments: ({ departments }) => departments.join(', '),
    status: ({ status }) => status,
    load: ({ load, capacity }) => `${load} of ${capacity}`,
    'wrap-up': ({ wrapUp }) => durationText(wrapUp),
    replies: ({ mayReply }) => (mayReply ? 'yes' : 'no'),
  },
}
