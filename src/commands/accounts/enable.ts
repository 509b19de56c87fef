import { addressOf } from '../../../actors/address'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import type { AccountRef } from './account-ref'
import { accountOf } from './account-ref'

/**
 * Lets somebody in again whom `disableAccount` kept out: with the password he had, the departments
 * and the room, but none of his sessions. He is off duty until he says otherwise. Being enabled already is done, and changes
 * nothing. Answers the account's id.
 * Problems: missing `accountUnknown`, conflict `accountOther` | `parked`.
 */
export const enableAccount = async (desk: Desk, whose: AccountRef): Promise<string | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  if (account.disabledAt === null) return account.id
  const place = await desk.store.inbox.agent(account.id)
  if (place) {
    const { name, departments, capacity } = place
    const sent = await desk.system.send(addressOf('agent', account.id), {
      ...{ type: 'hired', at: desk.clock.now(), name, departments, capacity },
      ...{ mayReply: true, wrapUp: 0 },
    })
    if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  }
  // The door last: who cannot be seated stays disabled, and the order can be given again.
  await desk.store.accounts.closeSessionsOf(account.id)
  await desk.store.accounts.disable(account.id, null)
  return account.id
}
