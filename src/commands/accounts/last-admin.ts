import pLimit, { type LimitFunction } from 'p-limit'
import type { Role } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'

/** Whether a role runs the desk, whatever others allow: the desk is never left without one of these. */
export const runsDesk = (role: Role): boolean => role === 'owner' || role === 'admin'

/**
 * Why an account cannot go, be disabled or become of another role: nobody else could run the desk, or
 * nobody would own it any more. Null when it can.
 */
export const whyTheyStay = async (
  desk: Desk,
  account: Account,
  role?: Role,
): Promise<Problem | null> => {
  if (!runsDesk(account.role) || account.disabledAt !== null || account.role === role) return null
  const values = { email: account.email }
  const others = (await desk.store.accounts.all()).filter(
    ({ id, disabledAt }) => id !== account.id && disabledAt === null,
  )
  if (account.role === 'owner' && !others.some(({ role }) => role === 'owner'))
    return new Problem('conflict', 'lastOwner', { values })
  const stays = (role !== undefined && runsDesk(role)) || others.some(({ role }) => runsDesk(role))
  return stays ? null : new Problem('conflict', 'lastAdmin', { values })
}

/** By what all who do something to the same desk have in common, whoever is told of it. */
const queues = new WeakMap<Desk['bus'], LimitFunction>()

/**
 * What may take away who runs the desk happens one after the other: of two admins who disable each
 * other at once the second is refused.
 */
export const oneByOne = <Outcome>(desk: Desk, work: () => Promise<Outcome>): Promise<Outcome> => {
  const queue = queues.get(desk.bus) ?? pLimit(1)
  queues.set(desk.bus, queue)
  return queue(work)
}
