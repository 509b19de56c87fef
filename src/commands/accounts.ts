import { z } from 'zod'
import { addressOf } from '../../actors/address'
import { limits } from '../../actors/limits'
import type { Role } from '../../actors/people'
import { isProblem, Problem } from '../../actors/problem'
import type { Account } from '../store/store'
import type { Desk, From } from './desk'
import { email, neededName, read } from './input'
import { hashToken, newToken } from './tokens'

/** A session lives this long unused, and at most this long in all, ms. */
export const SESSION_IDLE = 12 * 3_600_000
export const SESSION_LIFE = 7 * 24 * 3_600_000

/** Wrong passwords for one account before it has to wait, and how long it waits at first, ms. */
const WRONG = 10
const WAIT = 60_000
const HOUR = 3_600_000

const signInForm = z.strictObject({
  email: z.string().max(1000),
  password: z.string().max(limits.password * 4),
  next: z.string().optional(),
})

const accountForm = z.strictObject({
  email,
  name: neededName,
  password: z.string(),
})

/**
 * The one normalisation of a mail address as a key: NFKC, lower case, no blanks around. Addresses
 * with characters nobody sees are no addresses.
 */
export const emailKey = (address: string): string | undefined => {
  const key = address.normalize('NFKC').trim().toLowerCase()
  return /[\p{Cf}\p{Cc}\s]/u.test(key) ? undefined : key
}

/**
 * Signs somebody in with a fresh token. Unknown and wrong answer alike, in the same time.
 * Problems: unknown `signInWrong`, limited `tooManySignIns` | `busy` | `tooFast`.
 */
export const signIn = async (
  desk: Desk,
  input: unknown,
  from: From,
): Promise<{ token: string; account: Account } | Problem> => {
  const form = read(signInForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('signIn', from.address)
  if (limited) return limited
  const key = emailKey(form.email)
  const wait = await mustWait(desk, key ?? form.email.slice(0, limits.email))
  if (wait) return wait
  const account = key ? await desk.store.accounts.byEmailKey(key) : undefined
  const right = await desk.passwords.verify(form.password, account?.passwordHash)
  if (isProblem(right)) return right
  if (!right || !account || account.disabledAt !== null) {
    await countWrong(desk, key ?? form.email.slice(0, limits.email))
    return new Problem('unknown', 'signInWrong')
  }
  await desk.store.accounts.clearAttempts(attemptKey(key ?? ''))
  const at = desk.clock.now()
  const token = newToken()
  await desk.store.accounts.openSession(hashToken(token), account.id, {
    at,
    idle: at + SESSION_IDLE,
    expires: at + SESSION_LIFE,
  })
  return { token, account }
}

/** Under which wrong passwords of an address are counted. */
export const attemptKey = (key: string) => `sign-in ${hashToken(key)}`
const lockKey = (key: string) => `locked ${hashToken(key)}`

const mustWait = async (desk: Desk, key: string): Promise<Problem | null> => {
  const now = desk.clock.now()
  const { count, until } = await desk.store.accounts.attempts(attemptKey(key), now)
  if (count < WRONG) return null
  const retryAfter = Math.max(1, Math.ceil((until - now) / 1000))
  return new Problem('limited', 'tooManySignIns', { values: { seconds: retryAfter }, retryAfter })
}

/** The wait doubles with every series of wrong ones in the same hour; it never locks for good. */
const countWrong = async (desk: Desk, key: string) => {
  const now = desk.clock.now()
  const { accounts } = desk.store
  const locks = (await accounts.attempts(lockKey(key), now)).count
  const { count } = await accounts.countAttempt(
    attemptKey(key),
    now,
    WAIT * 2 ** Math.min(locks, 4),
  )
  if (count === WRONG) await accounts.countAttempt(lockKey(key), now, HOUR)
}

/**
 * Whether a token signed somebody in whose account was disabled since: he may know why he is out.
 * Nobody learns of an account without the token of its session.
 */
export const isShutOut = async (desk: Desk, token: string | undefined): Promise<boolean> =>
  token !== undefined && desk.store.accounts.isShutOut(hashToken(token), desk.clock.now())

/** Signs out: the token is worth nothing from now on, and live pages end. */
export const signOut = async (desk: Desk, token: string, account: string) => {
  await desk.store.accounts.closeSession(hashToken(token))
  desk.bus.publish([{ topic: addressOf('agent', account), what: 'state' }])
}

/**
 * Makes an account. `first` makes the very first admin, of which there is only ever one.
 * Problems: invalid (field), conflict `emailTaken` | `installDone`, limited `busy`.
 */
export const createAccount = async (
  desk: Desk,
  input: unknown,
  role: Role,
  how: { first: boolean } = { first: false },
): Promise<Account | Problem> => {
  const form = read(accountForm, input)
  if (isProblem(form)) return form
  const key = emailKey(form.email)
  if (!key) return new Problem('invalid', 'emailNotValid', { field: 'email' })
  const weak = passwordProblem(form.password)
  if (weak) return weak
  const passwordHash = await desk.passwords.hash(form.password)
  if (isProblem(passwordHash)) return passwordHash
  const account: Account = {
    id: desk.clock.id(),
    email: form.email,
    name: form.name,
    role,
    passwordHash,
    disabledAt: null,
    createdAt: desk.clock.now(),
  }
  const { accounts } = desk.store
  const made = how.first
    ? await accounts.createFirstAdmin(account, key)
    : await accounts.create(account, key)
  if (made === 'taken')
    return how.first
      ? new Problem('conflict', 'installDone')
      : new Problem('conflict', 'emailTaken', { field: 'email' })
  return account
}

/** Length is what makes a password strong (NIST SP 800-63B-4); nothing else is asked of it. */
export const passwordProblem = (password: string): Problem | null => {
  const length = [...password].length
  const field = 'password'
  if (length < limits.passwordMin)
    return new Problem('invalid', 'passwordTooShort', {
      field,
      values: { limit: limits.passwordMin, count: length },
    })
  if (length > limits.password)
    return new Problem('invalid', 'passwordTooLong', { field, values: { limit: limits.password } })
  return null
}

/**
 * The token of the one-time link. Made from the secret, so that every node and every start before
 * the first admin prints the same link. Undefined once an admin exists.
 */
export const installToken = async (desk: Desk): Promise<string | undefined> =>
  (await desk.store.accounts.hasAdmin()) ? undefined : tokenOf(desk)

const tokenOf = (desk: Desk) =>
  new Bun.CryptoHasher('sha256', desk.secret).update('install').digest('base64url')

const installForm = z.strictObject({
  token: z.string().max(200),
  email: z.string(),
  name: z.string(),
  password: z.string(),
})

/**
 * The first admin, by the one-time link of the first start. Five at once: one wins.
 * Problems: forbidden `tokenWrong`, conflict `installDone`, invalid (field).
 */
export const install = async (desk: Desk, input: unknown): Promise<Account | Problem> => {
  const form = read(installForm, input)
  if (isProblem(form)) return form
  if (await desk.store.accounts.hasAdmin()) return new Problem('conflict', 'installDone')
  if (!isInstallToken(desk, form.token)) return new Problem('forbidden', 'tokenWrong')
  const { token: _, ...rest } = form
  return createAccount(desk, rest, 'admin', { first: true })
}

/** Whether it is the token of the one-time link; whether that still leads anywhere is not asked. */
export const isInstallToken = (desk: Desk, token: string): boolean =>
  hashToken(token) === hashToken(tokenOf(desk))
