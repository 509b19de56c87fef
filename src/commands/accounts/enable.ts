import { addressOf } from '../../../actors/address'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import type { AccountRef } from './account-ref'
import { accountOf } from './account-ref'

/**
 * Lets somebody in again whom `disableAccount` kept out: with their password, departments and
 * settings, but none of their sessions. They are off duty until they say otherwise. Being enabled
 * already is done, and changes nothing. Answers the account's id.
 * Problems: missing `accountUnknown`, conflict `accountOther` | `parked`.
 */
export const enableAccount = async (desk: Desk, whose: AccountRef): Promise<string | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  if (account.disabledAt === null) return account.id
  const event = { type: 'enabled', at: desk.clock.now() } as const
  const sent = await desk.system.send(addressOf('agent', account.id), event)
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  // The door last: whose agent cannot go on stays disabled, and the command can be given again.
  await desk.store.accounts.closeSessionsOf(account.id)
  await desk.store.accounts.disable(account.id, null)
  return account.id
}
