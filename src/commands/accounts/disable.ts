import { addressOf } from '../../../actors/address'
import type { AuditRow } from '../../../actors/audit'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import type { By } from '../roles/of'
import { type AccountRef, accountFor, refreshPagesOf } from './account-ref'
import { oneByOne, unlessTheyStay } from './last-admin'

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
  const detail = { value: account.name }
  const object = `account:${account.id}`
  const told = auditRow(desk, by ?? commandLine, 'accountDisabled', object, detail)
  return (await shutOut(desk, account, by, told)) ?? account.id
}

/** The same for an account that was found. The audit is told of it where they are let in until now. */
export const shutOut = async (
  desk: Desk,
  account: Account,
  by: By,
  told?: AuditRow,
): Promise<null | Problem> => {
  if (account.id === by?.id) return new Problem('forbidden', 'ownAccount')
  const at = desk.clock.now()
  // Their sessions are kept, so that who comes by one of them can be told why they are out.
  const stays = await oneByOne(desk, () =>
    unlessTheyStay(desk, account.id, async ({ id, disabledAt }, runs) =>
      disabledAt === null ? desk.store.accounts.disable(id, at, told, runs) : 'done',
    ),
  )
  if (stays) return stays
  refreshPagesOf(desk, account.id)
  // Who is disabled already, or has no place, refuses it: nothing is left to do.
  const sent = await desk.system.send(addressOf('agent', account.id), { type: 'disabled', at })
  return sent.outcome === 'parked' ? new Problem('conflict', 'parked') : null
}
