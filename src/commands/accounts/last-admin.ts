import pLimit, { type LimitFunction } from 'p-limit'
import type { RunsChange } from '../../../actors/account-change'
import type { Role } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { type Account, RUNS } from '../../store/ports/accounts'
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

/** How often it is looked again where others change who runs the desk meanwhile. */
const TRIES = 8

/**
 * Does what may take away who runs the desk: asks each time whether they may go, and writes with the mark
 * of what was looked at, so that of two who do so at once, on whichever nodes, the second looks again.
 * `work` is given that mark, or none where they run nothing.
 * Problems: conflict `lastAdmin` | `lastOwner` | `changedMeanwhile`, and those of `work`.
 */
export const unlessTheyStay = async (
  desk: Desk,
  id: string,
  work: (account: Account, runs: RunsChange | undefined) => Promise<'done' | 'changed'>,
): Promise<null | Problem> => {
  const { accounts } = desk.store
  for (let tries = 0; tries < TRIES; tries += 1) {
    const runs = await runsNow(desk)
    const account = await accounts.byId(id)
    // Somebody else has taken them away.
    if (!account) return null
    const why = await whyTheyStay(desk, account)
    if (why) return why
    if ((await work(account, runsDesk(account.role) ? runs : undefined)) === 'done') return null
  }
  return new Problem('conflict', 'changedMeanwhile')
}

/** The mark of who runs the desk, looked at before they are. */
export const runsNow = async ({ store, clock }: Desk): Promise<RunsChange> => ({
  from: await store.accounts.setting(RUNS),
  to: clock.id(),
})

/** By what all who do something to the same desk have in common, whoever is told of it. */
const queues = new WeakMap<Desk['bus'], LimitFunction>()

/**
 * What may take away who runs the desk happens one after the other on a node, so that nobody there has
 * to look twice.
 */
export const oneByOne = <Outcome>(desk: Desk, work: () => Promise<Outcome>): Promise<Outcome> => {
  const queue = queues.get(desk.bus) ?? pLimit(1)
  queues.set(desk.bus, queue)
  return queue(work)
}
