import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { hasPassword } from '../accounts/password-rules'
import type { Desk } from '../desk'
import { hashToken } from '../tokens'

/** So long after they signed in nobody is asked again whether it is they, ms. */
const FRESH_MS = 10 * 60_000

/** Whether somebody signed in just now in the session of a token. */
export const isFresh = async (desk: Desk, account: string, token: string): Promise<boolean> => {
  const at = desk.clock.now()
  const hash = hashToken(token)
  const own = await desk.store.accounts.sessionsOf(account, at)
  return own.some((one) => one.tokenHash === hash && at - one.createdAt <= FRESH_MS)
}

/**
 * Why it is not sure that it is they who ask: a browser that was left open is not enough to change how somebody
 * signs in. Null where it is. Problems: invalid `passwordWrong` (`current_password`), forbidden `signInAgain`
 * (they have no password), limited.
 */
export const whyNotThem = async (
  desk: Desk,
  account: Account,
  token: string,
  password: string | undefined,
): Promise<Problem | null> => {
  if (await isFresh(desk, account.id, token)) return null
  if (!hasPassword(account.passwordHash)) return new Problem('forbidden', 'signInAgain')
  const limited = await desk.rate.spend('password', account.id)
  if (limited) return limited
  const right = await desk.passwords.verify(password ?? '', account.passwordHash)
  if (isProblem(right)) return right
  return right ? null : new Problem('invalid', 'passwordWrong', { field: 'current_password' })
}
