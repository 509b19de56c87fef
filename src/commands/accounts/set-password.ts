import { isProblem, Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import type { By } from '../roles/of'
import { attemptKey } from '../sessions/sign-in'
import { type AccountRef, accountFor, refreshPagesOf } from './account-ref'
import { emailKey } from './email-key'
import { passwordProblem } from './password-rules'
import { writeDown } from './written-down'

/**
 * Gives somebody a new password and ends all their sessions. Answers the account's id.
 * Problems: missing `accountUnknown`, forbidden `mayMoreThanYou`, conflict `accountOther` | `accountDisabled`, invalid (password), limited.
 */
export const setPassword = async (
  desk: Desk,
  whose: AccountRef,
  password: string,
  by: By = null,
): Promise<string | Problem> => {
  const account = await accountFor(desk, by, whose)
  if (isProblem(account)) return account
  if (account.disabledAt !== null)
    return new Problem('conflict', 'accountDisabled', { values: { email: account.email } })
  const weak = passwordProblem(password)
  if (weak) return weak
  const hash = await desk.passwords.hash(password)
  if (isProblem(hash)) return hash
  const { accounts } = desk.store
  await accounts.setPassword(account.id, hash)
  await accounts.clearAttempts(attemptKey(emailKey(account.email) ?? ''))
  await accounts.closeSessionsOf(account.id)
  refreshPagesOf(desk, account.id)
  await writeDown(desk, by, 'passwordSet', `account:${account.id}`, { value: account.name })
  return account.id
}
