import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { limits } from '../../../actors/limits'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { emailKey } from '../accounts/email-key'
import { accountByEmail } from '../accounts/find'
import { typedPassword } from '../accounts/password-rules'
import type { Desk, From } from '../desk'
import { read } from '../input/read'
import { hashToken } from '../tokens'
import { type CameIn, comeIn } from './come-in'
import { tellNotIn, type WhyNotIn } from './told'

/** Wrong passwords for one account before it has to wait, and how long it waits at first, ms. */
const WRONG_PASSWORDS = 10

const LOCK_MS = 60_000

/** How often the wait doubles, and how long it is then, ms. */
const LOCK_DOUBLINGS = 4

const LONGEST_LOCK_MS = LOCK_MS * 2 ** LOCK_DOUBLINGS

const HOUR_MS = 3_600_000

export const signInForm = z.strictObject({
  email: holding('words', z.string().max(1000)),
  password: typedPassword,
  next: holding('value', z.string()).optional(),
})

/**
 * Lets somebody in who knows their password. Unknown and wrong answer alike, in the same time.
 * Problems: unknown `signInWrong`, limited `tooManySignIns` | `busy` | `tooFast`.
 */
export const signIn = async (desk: Desk, input: unknown, from: From): Promise<CameIn | Problem> => {
  const form = read(signInForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('signIn', from.address)
  if (limited) return notIn(desk, undefined, 'tooMany', from, limited)
  const key = emailKey(form.email)
  const wait = await mustWait(desk, key ?? form.email.slice(0, limits.email))
  const account = await accountByEmail(desk, form.email)
  if (wait) return notIn(desk, account, 'tooMany', from, wait)
  const right = await desk.passwords.verify(form.password, account?.passwordHash)
  if (isProblem(right)) return right
  if (!right || !account || account.disabledAt !== null) {
    await countWrong(desk, key ?? form.email.slice(0, limits.email))
    const why = !account ? 'unknownAccount' : right ? 'disabled' : 'wrongPassword'
    return notIn(desk, account, why, from, new Problem('unknown', 'signInWrong'))
  }
  await desk.store.accounts.clearAttempts(attemptKey(key ?? ''))
  return comeIn(desk, account, { door: 'password' }, from)
}

const notIn = async (
  desk: Desk,
  account: Account | undefined,
  why: WhyNotIn,
  from: From,
  problem: Problem,
): Promise<Problem> => {
  await tellNotIn(desk, account, why, from)
  return problem
}

/** Under which wrong passwords of an address are counted. */
export const attemptKey = (key: string) => `sign-in ${hashToken(key)}`

const lockKey = (key: string) => `locked ${hashToken(key)}`

const mustWait = async (desk: Desk, key: string): Promise<Problem | null> => {
  const now = desk.clock.now()
  const { accounts } = desk.store
  const { count, until } = await accounts.attempts(attemptKey(key), now, LONGEST_LOCK_MS)
  if (count < WRONG_PASSWORDS) return null
  const retryAfter = Math.max(1, Math.ceil((until - now) / 1000))
  return new Problem('limited', 'tooManySignIns', { values: { seconds: retryAfter }, retryAfter })
}

/** The wait doubles with every series of wrong ones in the same hour; it never locks for good. */
const countWrong = async (desk: Desk, key: string) => {
  const now = desk.clock.now()
  const { accounts } = desk.store
  const locks = (await accounts.attempts(lockKey(key), now, HOUR_MS)).count
  const waitMs = LOCK_MS * 2 ** Math.min(locks, LOCK_DOUBLINGS)
  const { count } = await accounts.countAttempt(attemptKey(key), now, waitMs, LONGEST_LOCK_MS)
  if (count === WRONG_PASSWORDS) await accounts.countAttempt(lockKey(key), now, HOUR_MS, HOUR_MS)
}
