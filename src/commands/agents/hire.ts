import type { Role } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import { createAccount } from '../accounts/create'
import type { Desk } from '../desk'
import { setAgent } from './set'

/** An account with a place at the desk. Problems: those of `createAccount` and `setAgent`. */
export const hireAgent = async (
  desk: Desk,
  input: { email: string; name: string; password: string },
  place: { departments: readonly string[]; capacity?: number },
  role: Role = 'agent',
): Promise<string | Problem> => {
  const account = await createAccount(desk, input, role)
  if (isProblem(account)) return account
  const seated = await setAgent(desk, account.id, { name: account.name, ...place })
  return seated ?? account.id
}
