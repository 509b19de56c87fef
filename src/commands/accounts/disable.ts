import { addressOf } from '../../../actors/address'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import type { AccountRef } from './account-ref'
import { accountOf, refreshPagesOf } from './account-ref'

/**
 * Lets somebody in no more: his sessions are worth nothing, and his place at the desk is taken from him, so that
 * his conversations go back to the line and no other comes, whatever he asked for just before.
 * Being disabled already is done. Answers the account's id.
 * Problems: missing `accountUnknown`, conflict `accountOther` | `parked`.
 */
export const disableAccount = async (desk: Desk, whose: AccountRef): Promise<string | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  const at = desk.clock.now()
  // They are kept, so that who comes by one of them can be told why he is out.
  if (account.disabledAt === null) await desk.store.accounts.disable(account.id, at)
  refreshPagesOf(desk, account.id)
  return (await revokeAgent(desk, account.id, at)) ?? account.id
}

/** What he may do no more is refused to him by his own actor. */
const revokeAgent = async (desk: Desk, id: string, at: number): Promise<null | Problem> => {
  const place = await desk.store.inbox.agent(id)
  if (!place) return null
  const { name, departments, capacity } = place
  const events = [
    { type: 'hired', at, name, departments, capacity, mayReply: false, wrapUp: 0 },
    // Who is off already refuses it, and nothing is left to do.
    { type: 'signedOff', at },
  ] as const
  for (const event of events) {
    const sent = await desk.system.send(addressOf('agent', id), event)
    if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  }
  return null
}
