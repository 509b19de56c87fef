import pLimit from 'p-limit'
import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Desk, From } from '../desk'
import { stepOf, typedCode } from '../factors/app'
import { isRecoveryCode, recoveryHash } from '../factors/codes'
import { codeField, factorSecret } from '../factors/set'
import { read } from '../input/read'
import { beginSessionOf, type Door } from './begin'
import { halfIn, halfMark } from './half'
import { tellNotIn } from './told'

/** Codes of one account that are tried before it has to wait, and how long it waits at first, ms. */
const TRIES = 5
const WAIT_MS = 60_000
/** How often the wait doubles within a day. */
const DOUBLINGS = 7
const DAY_MS = 24 * 3_600_000
/** Of several codes at once one is used after the other. */
const AT_ONCE = 3

export const secondForm = z.strictObject({
  one_time_code: codeField,
  /** Which sign-in of this browser the page was for. */
  mark: holding('value', z.string().max(32)).optional(),
  next: holding('value', z.string()).optional(),
  recovery: z.literal('1').optional(),
})

/**
 * Lets somebody in who is half in, by a code of their app or a recovery code; neither lets anybody in twice.
 * Problems: conflict `halfOver` | `halfOther` (another sign-in was begun in this browser since), invalid
 * `codeWrong` | `codeUsed`, unknown `signInWrong`, conflict `factorUnreadable` (the installation has another secret by now), limited `tooManyCodes` | `tooFast`.
 */
export const signInBySecond = async (
  desk: Desk,
  half: string,
  input: unknown,
  from: From,
): Promise<{ token: string; account: Account } | Problem> => {
  const form = read(secondForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('signIn', from.address)
  if (limited) return limited
  const found = await halfIn(desk, half)
  if (isProblem(found)) return found
  if (form.mark !== undefined && form.mark !== halfMark(half))
    return new Problem('conflict', 'halfOther')
  const { account, door } = found
  const wait = await counted(() => countTry(desk, account.id))
  if (wait) return refused(desk, account, 'tooMany', from, wait)
  const by = await useCode(desk, account.id, typedCode(form.one_time_code))
  if (isProblem(by)) return refused(desk, account, 'wrongCode', from, by)
  await desk.store.accounts.clearAttempts(tryKey(account.id))
  const came = door === 'password' ? by : door
  const token = await beginSessionOf(desk, account, { door: came, isStrong: true }, from)
  return isProblem(token) ? token : { token, account }
}

const refused = async (
  desk: Desk,
  account: Account,
  why: 'tooMany' | 'wrongCode',
  from: From,
  problem: Problem,
): Promise<Problem> => {
  await tellNotIn(desk, account, why, from)
  return problem
}

const wrong = () => new Problem('invalid', 'codeWrong', { field: 'one_time_code' })

/** Uses a code up: what it was, or why it is none. */
const useCode = async (
  desk: Desk,
  account: string,
  code: string,
): Promise<Extract<Door, 'code' | 'recovery'> | Problem> => {
  const { factors } = desk.store
  if (isRecoveryCode(code)) {
    const used = await factors.useCode(account, recoveryHash(account, code))
    return used === 'done' ? 'recovery' : wrong()
  }
  for (let n = 0; n < AT_ONCE; n += 1) {
    const factor = await factors.find(account)
    const secret = factor && factorSecret(desk, account, factor.secret)
    if (!factor) return wrong()
    if (secret === undefined) return new Problem('conflict', 'factorUnreadable')
    const step = stepOf(secret, code, desk.clock.now())
    if (step === null) return wrong()
    if (step <= factor.usedStep)
      return new Problem('invalid', 'codeUsed', { field: 'one_time_code' })
    if ((await factors.use(account, step, factor.usedStep)) === 'done') return 'code'
  }
  return wrong()
}

const tryKey = (account: string) => `code ${account}`
const waitKey = (account: string) => `code waits ${account}`

/** One after the other, so that the last one of a series is seen though many are sent at once. */
const counted = pLimit(1)

/**
 * Counted before it is looked at, so that of many at once no more are looked at than one after the other. The
 * wait doubles with every series of a day.
 */
const countTry = async (desk: Desk, account: string): Promise<Problem | null> => {
  const now = desk.clock.now()
  const { accounts } = desk.store
  const series = (await accounts.attempts(waitKey(account), now, DAY_MS)).count
  const waitMs = WAIT_MS * 2 ** Math.min(series, DOUBLINGS)
  const longest = WAIT_MS * 2 ** DOUBLINGS
  const { count, until } = await accounts.countAttempt(tryKey(account), now, waitMs, longest)
  if (count === TRIES) await accounts.countAttempt(waitKey(account), now, DAY_MS, DAY_MS)
  if (count <= TRIES) return null
  const retryAfter = Math.max(1, Math.ceil((until - now) / 1000))
  return new Problem('limited', 'tooManyCodes', { values: { seconds: retryAfter }, retryAfter })
}
