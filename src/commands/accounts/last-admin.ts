import pLimit, { type LimitFunction } from 'p-limit'
import type { Role } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { roles } from '../../policies/permissions'
import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'

/** Whether a role may set the desk up. */
export const runsDesk = (role: Role): boolean => roles[role].has('accounts.manage')

/**
 * Why an account cannot go, be disabled or lose its role: nobody else could run the desk. Null
 * when it can.
 */
export const whyTheyStay = async (desk: Desk, account: Account): Promise<Problem | null> => {
  if (!runsDesk(account.role) || account.disabledAt !== null) return null
  if (await desk.store.accounts.hasAdminBeside(account.id)) return null
  return new Problem('conflict', 'lastAdmin', { values: { email: account.email } })
}

const queues = new WeakMap<Desk, LimitFunction>()

/**
 * What may take away who runs the desk happens one after the other: of two admins who disable each
 * other at once the second is refused.
 */
export const oneByOne = <Outcome>(desk: Desk, work: () => Promise<Outcome>): Promise<Outcome> => {
  const queue = queues.get(desk) ?? pLimit(1)
  queues.set(desk, queue)
  return queue(work)
}
