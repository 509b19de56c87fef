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
import { SESSION_LIFE_MS } from './begin'
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
  const key = emailKey(form.email) ?? form.email.slice(0, limits.email)
  const account = await accountByEmail(desk, form.email)
  const isKnown = await wasInFrom(desk, account?.id ?? '', from)
  const counts = [whole(key), fromThere(from, key)] as const
  const wait = await mustWait(desk, counts[isKnown ? 1 : 0])
  if (wait) return notIn(desk, account, 'tooMany', from, wait)
  const right = await desk.passwords.verify(form.password, account?.passwordHash)
  if (isProblem(right)) return right
  if (!right || !account || account.disabledAt !== null) {
    for (const each of counts) await countWrong(desk, each)
    const why = !account ? 'unknownAccount' : right ? 'disabled' : 'wrongPassword'
    return notIn(desk, account, why, from, new Problem('unknown', 'signInWrong'))
  }
  for (const { tries } of counts) await desk.store.accounts.clearAttempts(tries)
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

/** Under what is counted: tries, and how often there were too many. */
type Count = { tries: string; locks: string }

const whole = (key: string): Count => ({
  tries: attemptKey(key),
  locks: `locked ${hashToken(key)}`,
})

/** The same of tries that come from one network. What is typed as an address makes no such name. */
const fromThere = ({ address }: From, key: string): Count => {
  const both = hashToken(JSON.stringify([address, key]))
  return { tries: `sign-in there ${both}`, locks: `locked there ${both}` }
}

/**
 * Whether they were signed in from there within the days that a session lives: what strangers try
 * elsewhere does not keep them waiting.
 */
const wasInFrom = async ({ store, clock }: Desk, id: string, { address }: From) => {
  const all = await store.accounts.sessionsOf(id, clock.now() - SESSION_LIFE_MS)
  return all.some((session) => session.address === address.slice(0, 64))
}

const mustWait = async (desk: Desk, { tries }: Count): Promise<Problem | null> => {
  const now = desk.clock.now()
  const { accounts } = desk.store
  const { count, until } = await accounts.attempts(tries, now, LONGEST_LOCK_MS)
  if (count < WRONG_PASSWORDS) return null
  const retryAfter = Math.max(1, Math.ceil((until - now) / 1000))
  return new Problem('limited', 'tooManySignIns', { values: { seconds: retryAfter }, retryAfter })
}

/** The wait doubles with every series of wrong ones in the same hour; it never locks for good. */
const countWrong = async (desk: Desk, { tries, locks: series }: Count) => {
  const now = desk.clock.now()
  const { accounts } = desk.store
  const locks = (await accounts.attempts(series, now, HOUR_MS)).count
  const waitMs = LOCK_MS * 2 ** Math.min(locks, LOCK_DOUBLINGS)
  const { count } = await accounts.countAttempt(tries, now, waitMs, LONGEST_LOCK_MS)
  if (count === WRONG_PASSWORDS) await accounts.countAttempt(series, now, HOUR_MS, HOUR_MS)
}
