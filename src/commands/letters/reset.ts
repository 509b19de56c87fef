import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { refreshPagesOf } from '../accounts/account-ref'
import { emailKey } from '../accounts/email-key'
import { accountByEmail } from '../accounts/find'
import { passwordProblem, typedPassword } from '../accounts/password-rules'
import { auditRow } from '../audit'
import type { Desk } from '../desk'
import { email } from '../input'
import { read } from '../input/read'
import { isSigned, signatureFor } from '../proof'
import { attemptKey } from '../sessions/sign-in'
import { hashToken } from '../tokens'
import { nextLetter } from './next'
import { resetThread } from './threads'

/** How long the link of a mail sets a password, ms. */
export const RESET_MS = 30 * 60_000
/** How long after one mail an address is sent the next at the earliest, ms. */
const APART_MS = 5 * 60_000

/** `website` is seen by no person: what fills it in fills in everything. */
export const forgotForm = z.strictObject({
  email,
  website: holding('value', z.string().max(1000)).default(''),
  /** They came from where customers sign in. */
  customer: z.literal('1').optional(),
})

/**
 * Somebody forgot their password. Whether there is such an account is looked up when the mail goes: until
 * then an address that is unknown costs what a known one does, and both are answered alike.
 * Problems: invalid `emailNotValid`, limited.
 */
export const askReset = async (
  desk: Desk,
  input: unknown,
  from: { address: string; language: string },
): Promise<null | Problem> => {
  const form = read(forgotForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('forgot', from.address)
  if (limited) return limited
  const key = emailKey(form.email)
  if (form.website !== '' || !key) return null
  const { letters } = desk.store
  const thread = resetThread(key)
  const last = await letters.lastOf(thread)
  if (last && desk.clock.now() < last.at + APART_MS) return null
  const about = { kind: 'reset', thread, address: form.email, language: from.language } as const
  // Of two at once one is written: that is enough.
  await letters.write(nextLetter(desk.clock, last, about))
  return null
}

/** A link is for the password they have now: once it is another, none opens any more. */
const resetLink = ({ id, passwordHash }: Account) => `reset ${id} ${hashToken(passwordHash)}`

/** Whose password a mail resets, and by which token until `until`, ms UTC; undefined where it is nobody's. */
export const resetFor = async (
  { store, secret }: Pick<Desk, 'store' | 'secret'>,
  address: string,
  until: number,
): Promise<{ account: Account; token: string } | undefined> => {
  const account = await accountByEmail({ store }, address)
  if (!account || account.disabledAt !== null) return undefined
  const { proof } = signatureFor(secret, resetLink(account), until)
  return { account, token: `${account.id}.${until}.${proof}` }
}

/**
 * Whose link it is, while it opens.
 * Problems: conflict `resetOver` (used, too old, or not ours: which of these is not told).
 */
export const resetBy = async (desk: Desk, token: string): Promise<Account | Problem> => {
  const over = new Problem('conflict', 'resetOver')
  const [id = '', until = '', proof = ''] = token.split('.')
  const account = await desk.store.accounts.byId(id.slice(0, 64))
  if (!account || account.disabledAt !== null || !/^\d{1,15}$/.test(until)) return over
  if (!isSigned(desk.secret, resetLink(account), { until: Number(until), proof })) return over
  return desk.clock.now() > Number(until) ? over : account
}

export const resetForm = z.strictObject({
  token: holding('value', z.string().max(300)),
  password: typedPassword,
})

/**
 * Sets the password of who was mailed a link, and ends all their sessions. Answers the account.
 * Problems: conflict `resetOver`, invalid (password), limited.
 */
export const resetPassword = async (
  desk: Desk,
  input: unknown,
  address: string,
): Promise<Account | Problem> => {
  const form = read(resetForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('signIn', address)
  if (limited) return limited
  const account = await resetBy(desk, form.token)
  if (isProblem(account)) return account
  const weak = passwordProblem(form.password)
  if (weak) return weak
  const hash = await desk.passwords.hash(form.password)
  if (isProblem(hash)) return hash
  const { accounts } = desk.store
  const { id, name, passwordHash: before } = account
  const told = auditRow(desk, { id, name }, 'passwordSet', `account:${id}`, { value: name })
  if ((await accounts.replacePassword(id, hash, before, told)) === 'changed')
    return new Problem('conflict', 'resetOver')
  await accounts.clearAttempts(attemptKey(emailKey(account.email) ?? ''))
  refreshPagesOf(desk, id)
  return account
}
