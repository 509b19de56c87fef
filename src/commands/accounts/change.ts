import { z } from 'zod'
import type { Role } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { changeAgent } from '../agents/change'
import type { Desk } from '../desk'
import { email } from '../input'
import { read } from '../input/read'
import { type AccountRef, accountOf, refreshPagesOf } from './account-ref'
import { emailKey } from './email-key'
import { accountByEmail } from './find'
import { oneByOne, runsDesk, whyTheyStay } from './last-admin'

const roles = ['owner', 'admin', 'supervisor', 'agent'] as const satisfies readonly Role[]

/** What changes of an account beside its place at the desk. */
const accountForm = z.strictObject({ email: email.optional(), role: z.enum(roles).optional() })

/**
 * Changes an account: the address they sign in with, the role, and what `changeAgent` knows of.
 * What is not named stays as it is. Answers the account's id.
 * Problems: missing `accountUnknown`, conflict `accountOther` | `emailTaken` | `lastAdmin`, invalid
 * (field), and those of `changeAgent`.
 */
export const changeAccount = async (
  desk: Desk,
  whose: AccountRef,
  input: { email?: unknown; role?: unknown; place?: Record<string, unknown> },
): Promise<string | Problem> => {
  const { place = {}, ...own } = input
  const form = read(accountForm, own)
  if (isProblem(form)) return form
  const account = await accountOf(desk, whose)
  if (isProblem(account)) return account
  return oneByOne(desk, async () => {
    const refused =
      (await roleProblem(desk, account, form.role)) ??
      (await addressProblem(desk, account, form.email)) ??
      (await seatOf(desk, account, place))
    if (refused) return refused
    const refusal = await readdress(desk, account, form.email)
    if (refusal) return refusal
    if (form.role !== undefined) await desk.store.accounts.setRole(account.id, form.role)
    refreshPagesOf(desk, account.id)
    return account.id
  })
}

const roleProblem = async (desk: Desk, account: Account, role: Role | undefined) =>
  role === undefined || runsDesk(role) ? null : whyTheyStay(desk, account)

const seatOf = async (desk: Desk, { id }: Account, place: Record<string, unknown>) =>
  Object.values(place).every((value) => value === undefined) ? null : changeAgent(desk, id, place)

const emailTaken = () => new Problem('conflict', 'emailTaken', { field: 'email' })

/** What is wrong with an address, before anything is changed. */
const addressProblem = async (
  desk: Desk,
  { id }: Account,
  typed: string | undefined,
): Promise<Problem | null> => {
  if (typed === undefined) return null
  if (!emailKey(typed)) return new Problem('invalid', 'emailNotValid', { field: 'email' })
  // One of an older desk may have another spelling of it for its key.
  return ((await accountByEmail(desk, typed))?.id ?? id) === id ? null : emailTaken()
}

const readdress = async (
  desk: Desk,
  { id }: Account,
  typed: string | undefined,
): Promise<Problem | null> => {
  const key = typed === undefined ? undefined : emailKey(typed)
  if (typed === undefined || !key) return null
  return (await desk.store.accounts.setEmail(id, typed, key)) === 'taken' ? emailTaken() : null
}
