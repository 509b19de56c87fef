import { z } from 'zod'
import type { AuditRow } from '../../../actors/audit'
import type { Role } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'
import { email, neededName } from '../input'
import { read } from '../input/read'
import { emailKey } from './email-key'
import { accountByEmail } from './find'
import { noPassword, passwordProblem } from './password-rules'

const accountForm = z.strictObject({
  email,
  name: neededName,
  /** Left out for who is invited and sets one of their own. */
  password: z.string().optional(),
})

/**
 * What is wrong with an account that shall be made, before anything is made for it; null when
 * nothing is.
 */
export const accountProblem = async (desk: Desk, input: unknown): Promise<Problem | null> => {
  const form = read(accountForm, input)
  if (isProblem(form)) return form
  if (await accountByEmail(desk, form.email)) return emailTaken()
  return form.password === undefined ? null : passwordProblem(form.password)
}

/** All that is wrong with its fields, each looked at for itself: for a form to say in one go. */
export const fieldProblems = (input: Record<string, unknown>): Problem[] =>
  [
    read(accountForm.pick({ name: true }), { name: input.name }),
    read(accountForm.pick({ email: true }), { email: input.email }),
    passwordProblem(typeof input.password === 'string' ? input.password : ''),
  ].filter(isProblem)

const emailTaken = () => new Problem('conflict', 'emailTaken', { field: 'email' })

/**
 * Makes an account, under a new id or one that was thought of before. `first` makes the very first admin, of
 * which there is only ever one; `told` is what the audit is told of it.
 * Problems: invalid (field), conflict `emailTaken` | `installDone`, limited `busy`.
 */
export const createAccount = async (
  desk: Desk,
  input: unknown,
  role: Role,
  how: { first?: boolean; id?: string; told?: (account: Account) => AuditRow } = {},
): Promise<Account | Problem> => {
  const form = read(accountForm, input)
  if (isProblem(form)) return form
  const key = emailKey(form.email)
  if (!key) return new Problem('invalid', 'emailNotValid', { field: 'email' })
  const passwordHash = await hashOf(desk, form.password)
  if (isProblem(passwordHash)) return passwordHash
  // One of an older desk may have another spelling of it for its key.
  if (await accountByEmail(desk, form.email)) return emailTaken()
  const account: Account = {
    id: how.id ?? desk.clock.id(),
    email: form.email,
    name: form.name,
    role,
    passwordHash,
    disabledAt: null,
    createdAt: desk.clock.now(),
  }
  const { accounts } = desk.store
  const told = how.told?.(account)
  const made = how.first
    ? await accounts.createFirstAdmin(account, key, told)
    : await accounts.create(account, key, told)
  if (made === 'taken') return how.first ? new Problem('conflict', 'installDone') : emailTaken()
  return account
}

const hashOf = async (desk: Desk, password: string | undefined): Promise<string | Problem> =>
  password === undefined
    ? noPassword()
    : (passwordProblem(password) ?? desk.passwords.hash(password))
