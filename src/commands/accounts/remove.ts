import { addressOf } from '../../../actors/address'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import type { AccountRef } from './account-ref'
import { accountOf } from './account-ref'
import { disableAccount } from './disable'

/**
 * Takes somebody off the desk for good: their conversations go back to the line, they leave their
 * departments, and their account is gone, its address free for another. What they wrote stays
 * theirs, under their name. Answers the account's id.
 * Problems: those of `disableAccount`.
 */
export const removeAccount = async (desk: Desk, whose: AccountRef): Promise<string | Problem> => {
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  const disabled = await disableAccount(desk, whose)
  if (isProblem(disabled)) return disabled
  const event = { type: 'changed', at: desk.clock.now(), departments: [] } as const
  const { outcome } = await desk.system.send(addressOf('agent', account.id), event)
  if (outcome === 'parked') return new Problem('conflict', 'parked')
  await desk.store.accounts.remove(account.id)
  await desk.store.profiles.forget(account.id)
  await desk.store.mentions.forget(account.id)
  return account.id
}
