import { isProblem, Problem } from '../../../actors/problem'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import type { By } from '../roles/of'
import { attemptKey } from '../sessions/sign-in'
import { type AccountRef, accountFor, refreshPagesOf } from './account-ref'
import { emailKey } from './email-key'
import { passwordProblem } from './password-rules'

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
  const object = `account:${account.id}`
  const detail = { value: account.name }
  const told = auditRow(desk, by ?? commandLine, 'passwordSet', object, detail)
  await accounts.setPassword(account.id, hash, told)
  await accounts.clearAttempts(attemptKey(emailKey(account.email) ?? ''))
  refreshPagesOf(desk, account.id)
  return account.id
}
