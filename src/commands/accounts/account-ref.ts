import { addressOf } from '../../../actors/address'
import type { Role } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'
import { type By, roleOf, whyAbove } from '../roles/of'
import { accountByEmail } from './find'
import { runsDesk } from './last-admin'

/** An account by its address and as what, so that who means an agent never hits an admin. */
export type NamedAccount = { role: 'admin' | 'agent'; email: string }
/** Whose account. */
export type AccountRef = NamedAccount | { id: string }

/** As what the command line knows each role. */
const refRole = (role: Role): NamedAccount['role'] => (runsDesk(role) ? 'admin' : 'agent')

/** Those that are open find no session that stands, and end. */
export const refreshPagesOf = (desk: Desk, account: string) => {
  desk.bus.publish([{ topic: addressOf('agent', account), what: 'state' }])
}

/** Problems: missing `accountUnknown` | `missing`, conflict `accountOther`. */
export const accountOf = async (desk: Desk, whose: AccountRef): Promise<Account | Problem> => {
  if ('id' in whose)
    return (await desk.store.accounts.byId(whose.id)) ?? new Problem('missing', 'missing')
  const { role, email } = whose
  const account = await accountByEmail(desk, email)
  if (!account) return new Problem('missing', 'accountUnknown', { values: { role, email } })
  if (refRole(account.role) === role) return account
  return new Problem('conflict', 'accountOther', { values: { role, email } })
}

/** The same for who wants to act on it. Problems: those before, forbidden `mayMoreThanYou`. */
export const accountFor = async (
  desk: Desk,
  by: By,
  whose: AccountRef,
): Promise<Account | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  return whyAbove(by, await roleOf(desk, account.role)) ?? account
}
