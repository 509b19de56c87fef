import { addressOf } from '../../../actors/address'
import { isProblem, Problem } from '../../../actors/problem'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import type { By } from '../roles/of'
import { type AccountRef, accountFor } from './account-ref'
import { shutOut } from './disable'

/**
 * Takes somebody off the desk for good: their conversations go back to the line, they leave their
 * departments, and their account is gone, its address free for another. What they wrote stays
 * theirs, under their name. Answers the account's id.
 * Problems: those of `disableAccount`.
 */
export const removeAccount = async (
  desk: Desk,
  whose: AccountRef,
  by: By = null,
): Promise<string | Problem> => {
  const account = await accountFor(desk, by, whose)
  if (isProblem(account)) return account
  const stays = await shutOut(desk, account, by)
  if (stays) return stays
  const event = { type: 'changed', at: desk.clock.now(), departments: [] } as const
  const { outcome } = await desk.system.send(addressOf('agent', account.id), event)
  if (outcome === 'parked') return new Problem('conflict', 'parked')
  const { name, email } = account
  const detail = { value: `${name} (${email})` }
  const object = `account:${account.id}`
  const told = auditRow(desk, by ?? commandLine, 'accountRemoved', object, detail)
  // What is left of them goes first: whoever does it again finds them as long as anything is.
  await desk.store.profiles.forget(account.id)
  await desk.store.mentions.forget(account.id)
  await desk.store.accounts.remove(account.id, told)
  return account.id
}
