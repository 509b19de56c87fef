import { addressOf } from '../../../actors/address'
import type { Role } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'
import { accountByEmail } from './find'

/** Whose account: as what, so that who means an agent never hits an admin. */
export type AccountRef = { role: 'admin' | 'agent'; email: string }

/** As what the command line knows each role. */
const refRoles: Record<Role, AccountRef['role']> = {
  ...{ owner: 'admin', admin: 'admin', supervisor: 'agent', agent: 'agent' },
}

/** Those that are open find no session that stands, and end. */
export const refreshPagesOf = (desk: Desk, account: string) => {
  desk.bus.publish([{ topic: addressOf('agent', account), what: 'state' }])
}

export const accountOf = async (
  desk: Desk,
  { role, email }: AccountRef,
): Promise<Account | Problem> => {
  const account = await accountByEmail(desk, email)
  if (!account) return new Problem('missing', 'accountUnknown', { values: { role, email } })
  if (refRoles[account.role] === role) return account
  return new Problem('conflict', 'accountOther', { values: { role, email } })
}
