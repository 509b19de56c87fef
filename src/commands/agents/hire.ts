import type { AuditRow } from '../../../actors/audit'
import type { Role } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { createAccount } from '../accounts/create'
import type { Desk } from '../desk'
import { repliesBy, roleOf } from '../roles/of'
import { seatAgent } from './seat'

/**
 * An account with a place at the desk. Problems: those of `createAccount` and `seatAgent`, invalid
 * `roleUnknown`.
 */
export const hireAgent = async (
  desk: Desk,
  input: { email: string; name: string; password?: string },
  place: { departments: readonly string[] } & Record<string, unknown>,
  role: Role = 'agent',
  told?: (account: Account) => AuditRow,
): Promise<string | Problem> => {
  const of = await roleOf(desk, role)
  if (!of) return new Problem('invalid', 'roleUnknown', { field: 'role' })
  const account = await createAccount(desk, input, role, told ? { told } : {})
  if (isProblem(account)) return account
  const seated = await seatAgent(desk, account.id, { ...place, name: account.name }, repliesBy(of))
  return seated ?? account.id
}
