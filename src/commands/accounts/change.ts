import { z } from 'zod'
import type { AccountChange, AccountRefused } from '../../../actors/account-change'
import type { SeenAgent } from '../../../actors/agent/events'
import { agentSettings } from '../../../actors/agent/settings'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Account } from '../../store/ports/accounts'
import type { TurnExtras } from '../../system/send'
import { changePlace, type PlaceChange, readPlace } from '../agents/change'
import { seatAgent } from '../agents/seat'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import { differences } from '../differences'
import { email } from '../input'
import { read } from '../input/read'
import { type By, repliesBy, roleOf, whyNotGiven } from '../roles/of'
import { type AccountRef, accountFor, refreshPagesOf } from './account-ref'
import { emailKey } from './email-key'
import { accountByEmail } from './find'
import { oneByOne, runsDesk, runsNow, whyTheyStay } from './last-admin'
import { accountWords } from './values'

/** Id of a role. */
export const roleId = holding('value', z.string().max(24))

/** What changes of an account beside its place at the desk. */
const accountForm = z.strictObject({ email: email.optional(), role: roleId.optional() })
type AccountForm = z.output<typeof accountForm>

/** What is changed of an account; what is not named stays as it is. */
export type AccountInput = { email?: unknown; role?: unknown; place?: Record<string, unknown> }

type How = {
  by?: By
  /** Why it is not to be done after all, asked of what is there each time before it is written. */
  unless?: () => Promise<Problem | null>
}

/** How often it is tried where others change the same account meanwhile. */
const TRIES = 8

/**
 * Changes an account: the address they sign in with, the role, the name, and their place at the desk, in one
 * transaction with what the audit is told. What is not named stays as it is. Nothing is written over that was
 * not looked at: what somebody changed in the same moment, on whichever node, is looked at first. Answers the
 * account's id.
 * Problems: missing `accountUnknown`, forbidden `mayMoreThanYou`, conflict `accountOther` | `emailTaken` |
 * `lastAdmin` | `lastOwner` | `notInThisState` | `changedMeanwhile` | `parked`, invalid (field) |
 * `roleUnknown` | `departmentUnknown`.
 */
export const changeAccount = async (
  desk: Desk,
  whose: AccountRef,
  input: AccountInput,
  how: How = {},
): Promise<string | Problem> => {
  const { place = {}, ...own } = input
  const form = read(accountForm, own)
  if (isProblem(form)) return form
  return oneByOne(desk, async () => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const account = await accountFor(desk, how.by ?? null, whose)
      if (isProblem(account)) return account
      const outcome = await changeOnce(desk, account, { form, place }, how)
      if (isProblem(outcome)) return outcome
      if (outcome === 'taken') return emailTaken()
      if (outcome === 'changed') continue
      refreshPagesOf(desk, account.id)
      return account.id
    }
    return new Problem('conflict', 'changedMeanwhile')
  })
}

type Typed = { form: AccountForm; place: Record<string, unknown> }

const changeOnce = async (
  desk: Desk,
  account: Account,
  { form, place: typed }: Typed,
  { by = null, unless }: How,
): Promise<'done' | AccountRefused | Problem> => {
  const isOther = form.role !== undefined && form.role !== account.role
  const runs = isOther && runsDesk(account.role) ? await runsNow(desk) : undefined
  const refused =
    (await unless?.()) ??
    (await roleProblem(desk, by, account, form)) ??
    (await addressProblem(desk, account, form))
  if (refused) return refused
  const place = await readPlace(desk, typed)
  if (isProblem(place)) return place
  const { id, name, email, role } = account
  const before = { name, email, role }
  const after = {
    ...{ name: place.name ?? name, email: form.email ?? email, role: form.role ?? role },
  }
  const key = form.email === undefined ? undefined : emailKey(form.email)
  const change = {
    ...{ id, before, after },
    ...(key ? { emailKey: key } : {}),
    ...(runs ? { runs } : {}),
  }
  return write(desk, by, change, { place, isRole: form.role !== undefined })
}

/** What is changed of their place; `isRole` where a role is named, the same one too. */
type Placed = { place: PlaceChange; isRole: boolean }

/** The account, their place and the audit: all of it, or nothing where somebody was quicker. */
const write = async (
  desk: Desk,
  by: By,
  change: AccountChange,
  { place, isRole }: Placed,
): Promise<'done' | AccountRefused | Problem> => {
  const { id, after } = change
  const { store } = desk
  const agent = await store.agents.find(id)
  const isPlaced = Object.values(place).some((value) => value !== undefined)
  const told = await tellingOf(desk, by, change, { agent, place })
  const beside: TurnExtras = { account: change, ...told }
  const role = await roleOf(desk, after.role)
  const replies = role !== undefined && repliesBy(role)
  if (agent && (isPlaced || isRole)) {
    const { name, departments, settings } = agent
    const replaced = { place, before: { name, departments, settings } }
    const as = isRole ? { ...replaced, replies } : replaced
    const outcome = await changePlace(desk, id, as, beside)
    return outcome === 'nobody' ? 'changed' : outcome
  }
  if (!isPlaced) return store.accounts.change(change, told.audit)
  if (!place.departments) return new Problem('conflict', 'notInThisState')
  return (
    (await seatAgent(desk, id, { ...place, name: after.name }, replies, beside)) ??
    ('done' as const)
  )
}

type Seat = { agent: SeenAgent | undefined; place: PlaceChange }

const tellingOf = async (
  desk: Desk,
  by: By,
  { id, before, after }: AccountChange,
  { agent, place }: Seat,
): Promise<Pick<TurnExtras, 'audit'>> => {
  const { name: _, departments = agent?.departments ?? [], ...changes } = place
  const settings = agentSettings.change(agent?.settings ?? agentSettings.initial, changes)
  const changed = differences(
    await accountWords(desk, before, agent),
    await accountWords(desk, after, { departments, settings }),
  )
  if (!changed) return {}
  const detail = { value: after.name, ...changed }
  return { audit: auditRow(desk, by ?? commandLine, 'accountChanged', `account:${id}`, detail) }
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
