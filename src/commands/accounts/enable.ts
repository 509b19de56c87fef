import { addressOf } from '../../../actors/address'
import { isProblem, Problem } from '../../../actors/problem'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import type { By } from '../roles/of'
import { type AccountRef, accountFor } from './account-ref'

/**
 * Lets somebody in again whom `disableAccount` kept out: with their password, departments and
 * settings, but none of their sessions. They are off duty until they say otherwise. Being enabled
 * already is done, and changes nothing. Answers the account's id.
 * Problems: missing `accountUnknown`, forbidden `mayMoreThanYou`, conflict `accountOther` | `parked`.
 */
export const enableAccount = async (
  desk: Desk,
  whose: AccountRef,
  by: By = null,
): Promise<string | Problem> => {
  const account = await accountFor(desk, by, whose)
  if (isProblem(account)) return account
  const event = { type: 'enabled', at: desk.clock.now() } as const
  const sent = await desk.system.send(addressOf('agent', account.id), event)
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  // Their place may have been left disabled by another command at the same time.
  if (account.disabledAt === null) return account.id
  // The door last: whose agent cannot go on stays disabled, and the command can be given again.
  await desk.store.accounts.closeSessionsOf(account.id)
  const object = `account:${account.id}`
  const detail = { value: account.name }
  const told = auditRow(desk, by ?? commandLine, 'accountEnabled', object, detail)
  await desk.store.accounts.disable(account.id, null, told)
  return account.id
}
