import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { subjectOf } from '../../../actors/customers'
import { holding } from '../../../actors/holds'
import { limits } from '../../../actors/limits'
import { isProblem, Problem } from '../../../actors/problem'
import type { Customer } from '../../store/ports/customers'
import { emailKey } from '../accounts/email-key'
import { typedPassword } from '../accounts/password-rules'
import type { Desk, From } from '../desk'
import { read } from '../input/read'
import { sessionFrom } from '../sessions/from'
import { hashToken, newToken } from '../tokens'
import { type Before, become } from '../visitors/become'
import { customerByEmail } from './find'
import { opens } from './links'
import { tryFields } from './register'
import { clearVain, countVain, letIn } from './suspicion'

const DAY_MS = 24 * 3_600_000
/** A session lives this long unused, and at most this long in all, ms. */
export const CUSTOMER_IDLE_MS = 90 * DAY_MS
export const CUSTOMER_LIFE_MS = 365 * DAY_MS

export const customerSignInForm = z.strictObject({
  email: holding('words', z.string().max(1000)),
  password: typedPassword,
  /** Of the mail by which a new account is opened. */
  confirm: holding('value', z.string().max(300)).default(''),
  ...tryFields,
})

export type SignedIn = { token: string; customer: Customer; visitor: string }

/**
 * Signs a customer in, by a cookie that is new. What they said as nobody becomes theirs. Unknown and wrong
 * are answered alike, in the same time. With mail a new account is opened by its link and its password
 * together: whoever only reads that mail has no use of it, and whoever only made up the address neither.
 * Problems: unknown `signInWrong` | `confirmFirst`, limited, conflict `parked`.
 */
export const signInCustomer = async (
  desk: Desk,
  before: Before,
  input: unknown,
  from: From,
): Promise<SignedIn | Problem> => {
  const form = read(customerSignInForm, input)
  if (isProblem(form)) return form
  const wrong = new Problem('unknown', 'signInWrong')
  if (form.website !== '') return wrong
  const limited = await desk.rate.spend('signIn', from.address)
  if (limited) return limited
  const key = emailKey(form.email) ?? form.email.slice(0, limits.email)
  const tried = { key, address: from.address }
  const kept = await letIn(desk, tried, form.work)
  if (kept) return kept
  const customer = await customerByEmail(desk, form.email)
  const right = await desk.passwords.verify(form.password, customer?.passwordHash)
  if (isProblem(right)) return right
  if (!right || !customer) {
    await countVain(desk, tried)
    return wrong
  }
  await clearVain(desk, tried)
  if (customer.openedAt === null && !opens(desk, 'confirm', customer, form.confirm))
    return new Problem('unknown', 'confirmFirst')
  if (customer.openedAt === null) await desk.store.customers.open(customer.id, desk.clock.now())
  return enter(desk, before, customer, from)
}

/**
 * Opens a session of somebody who has shown who they are, by the password that is theirs until then.
 * Problems: conflict `parked`, unknown `signInWrong` (their password became another meanwhile).
 */
export const enter = async (
  desk: Desk,
  before: Before,
  customer: Customer,
  from: From,
): Promise<SignedIn | Problem> => {
  const became = await becomeCustomer(desk, before, customer)
  if (isProblem(became)) return became
  const { visitor } = became
  const at = desk.clock.now()
  const token = newToken()
  const hash = hashToken(token)
  await desk.store.visits.remember(hash, visitor, at)
  const times = { at, idle: at + CUSTOMER_IDLE_MS, expires: at + CUSTOMER_LIFE_MS }
  const kept = sessionFrom({ ...from, address: desk.masks.address(from.address) })
  const { customers, visits } = desk.store
  const { id, passwordHash } = customer
  if ((await customers.openSession(hash, id, times, kept, passwordHash)) === 'changed') {
    await visits.dropTokens([hash])
    return new Problem('unknown', 'signInWrong')
  }
  // The cookie of before is nobody's any more: somebody may have set it for them, or left it here.
  const old = before.token && hashToken(before.token)
  if (old && (before.person?.id === visitor || (await desk.store.customers.session(old, at))))
    await forget(desk, old)
  desk.bus.publish([{ topic: addressOf('visitor', visitor), what: 'whose' }])
  return { token, customer, visitor }
}

const forget = async ({ store }: Desk, hash: string) => {
  await store.visits.dropTokens([hash])
  await store.customers.closeSessions([hash])
}

/** By which a customer is told from all others, and from whom a site has proven. */
export const keyOf = (customer: Pick<Customer, 'id'>): string =>
  hashToken(`customer ${customer.id}`)

/** Which visitor they are, under the name and address they have now. */
export const becomeCustomer = (desk: Desk, before: Before, customer: Customer) => {
  const { id, name, email } = customer
  const key = keyOf(customer)
  return become(desk, before, { key, subject: subjectOf(id), name, email, attributes: {} })
}
