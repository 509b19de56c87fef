import { addressOf } from '../../../actors/address'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'
import type { By } from '../roles/of'
import { type AccountRef, accountFor, refreshPagesOf } from './account-ref'
import { oneByOne, whyTheyStay } from './last-admin'
import { writeDown } from './written-down'

/**
 * Lets somebody in no more: their sessions are worth nothing, and they are off the desk, so that
 * their conversations go back to the line and no other comes, whatever they asked for just before.
 * Their settings stay for when they are enabled. Being disabled already is done. Answers the account's id.
 * Problems: missing `accountUnknown`, forbidden `mayMoreThanYou` | `ownAccount`, conflict `accountOther` |
 * `lastAdmin` | `lastOwner` | `parked`.
 */
export const disableAccount = async (
  desk: Desk,
  whose: AccountRef,
  by: By = null,
): Promise<string | Problem> => {
  const account = await accountFor(desk, by, whose)
  if (isProblem(account)) return account
  const shut = await shutOut(desk, account, by)
  if (isProblem(shut)) return shut
  if (account.disabledAt === null)
    await writeDown(desk, by, 'accountDisabled', `account:${account.id}`, { value: account.name })
  return account.id
}

/** The same for an account that was found, without a line in the audit. */
export const shutOut = async (desk: Desk, account: Account, by: By): Promise<null | Problem> => {
  if (account.id === by?.id) return new Problem('forbidden', 'ownAccount')
  const at = desk.clock.now()
  const stays = await oneByOne(desk, async () => {
    const why = await whyTheyStay(desk, account)
    // Their sessions are kept, so that who comes by one of them can be told why they are out.
    if (!why && account.disabledAt === null) await desk.store.accounts.disable(account.id, at)
    return why
  })
  if (stays) return stays
  refreshPagesOf(desk, account.id)
  // Who is disabled already, or has no place, refuses it: nothing is left to do.
  const sent = await desk.system.send(addressOf('agent', account.id), { type: 'disabled', at })
  return sent.outcome === 'parked' ? new Problem('conflict', 'parked') : null
}
