import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import { changeAgent } from '../agents/change'
import type { Desk } from '../desk'
import { differences } from '../differences'
import { email } from '../input'
import { read } from '../input/read'
import { type By, repliesBy, roleOf, whyNotGiven } from '../roles/of'
import { type AccountRef, accountFor, refreshPagesOf } from './account-ref'
import { emailKey } from './email-key'
import { accountByEmail } from './find'
import { oneByOne, whyTheyStay } from './last-admin'
import { accountValues } from './values'
import { writeDown } from './written-down'

/** Id of a role. */
export const roleId = holding('value', z.string().max(24))

/** What changes of an account beside its place at the desk. */
const accountForm = z.strictObject({ email: email.optional(), role: roleId.optional() })
type AccountForm = z.output<typeof accountForm>

/** What is changed of an account; what is not named stays as it is. */
export type AccountInput = { email?: unknown; role?: unknown; place?: Record<string, unknown> }

type How = {
  by?: By
  /** Why it is not to be done after all, asked when nobody else changes an account here. */
  unless?: () => Promise<Problem | null>
}

/**
 * Changes an account: the address they sign in with, the role, and what `changeAgent` knows of.
 * What is not named stays as it is. Answers the account's id.
 * Problems: missing `accountUnknown`, forbidden `mayMoreThanYou`, conflict `accountOther` | `emailTaken` |
 * `lastAdmin` | `lastOwner`, invalid (field) | `roleUnknown`, and those of `changeAgent`.
 */
export const changeAccount = async (
  desk: Desk,
  whose: AccountRef,
  input: AccountInput,
  { by = null, unless }: How = {},
): Promise<string | Problem> => {
  const { place = {}, ...own } = input
  const form = read(accountForm, own)
  if (isProblem(form)) return form
  return oneByOne(desk, async () => {
    const account = await accountFor(desk, by, whose)
    if (isProblem(account)) return account
    const before = await accountValues(desk, account.id)
    const refused =
      (await unless?.()) ??
      (await roleProblem(desk, by, account, form)) ??
      (await addressProblem(desk, account, form)) ??
      (await seatOf(desk, account, place)) ??
      (await readdress(desk, account, form)) ??
      (await giveRole(desk, account, form))
    if (refused) return refused
    refreshPagesOf(desk, account.id)
    const after = await accountValues(desk, account.id)
    const changed = before && after && differences(before, after)
    const detail = { value: after?.name ?? account.name, ...changed }
    if (changed) await writeDown(desk, by, 'accountChanged', `account:${account.id}`, detail)
    return account.id
  })
}

const roleProblem = async (
  desk: Desk,
  by: By,
  account: Account,
  { role }: AccountForm,
): Promise<Problem | null> => {
  if (role === undefined || role === account.role) return null
  return whyNotGiven(by, await roleOf(desk, role)) ?? (await whyTheyStay(desk, account, role))
}

const seatOf = async (desk: Desk, { id }: Account, place: Record<string, unknown>) =>
  Object.values(place).every((value) => value === undefined) ? null : changeAgent(desk, id, place)

const emailTaken = () => new Problem('conflict', 'emailTaken', { field: 'email' })

/** What is wrong with an address, before anything is changed. */
const addressProblem = async (
  desk: Desk,
  { id }: Account,
  { email: typed }: AccountForm,
): Promise<Problem | null> => {
  if (typed === undefined) return null
  if (!emailKey(typed)) return new Problem('invalid', 'emailNotValid', { field: 'email' })
  // One of an older desk may have another spelling of it for its key.
  return ((await accountByEmail(desk, typed))?.id ?? id) === id ? null : emailTaken()
}

const readdress = async (
  desk: Desk,
  { id }: Account,
  { email: typed }: AccountForm,
): Promise<Problem | null> => {
  const key = typed === undefined ? undefined : emailKey(typed)
  if (typed === undefined || !key) return null
  return (await desk.store.accounts.setEmail(id, typed, key)) === 'taken' ? emailTaken() : null
}

/**
 * Who may answer no more hears of it first, and who may now last: whatever comes in between, nobody is
 * given a conversation that their role does not let them answer.
 */
const giveRole = async (
  desk: Desk,
  { id, role: before }: Account,
  { role }: AccountForm,
): Promise<Problem | null> => {
  const of = role === undefined ? undefined : await roleOf(desk, role)
  if (!of) return null
  const replies = repliesBy(of)
  const told = () => changeAgent(desk, id, {}, replies)
  const parked = replies ? null : await told()
  if (parked) return parked
  if (of.role !== before) await desk.store.accounts.setRole(id, of.role)
  return replies ? told() : null
}
