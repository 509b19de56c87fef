import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { subjectOf } from '../../../actors/customers'
import { isProblem, Problem } from '../../../actors/problem'
import type { Customer } from '../../store/ports/customers'
import { emailKey } from '../accounts/email-key'
import { passwordProblem, typedPassword } from '../accounts/password-rules'
import type { Desk } from '../desk'
import { email, neededName } from '../input'
import { read } from '../input/read'
import { nextLetter } from '../letters/next'
import { moveThread } from '../letters/threads'
import { hashToken } from '../tokens'
import { customerBy, moveTo } from './links'
import { tellEnded, visitorOf } from './signed-in'

const APART_MS = 5 * 60_000

export const customerNameForm = z.strictObject({ name: neededName })
export const customerEmailForm = z.strictObject({ email, current_password: typedPassword })
export const customerPasswordForm = z.strictObject({
  current_password: typedPassword,
  new_password: typedPassword,
})

/** What a customer is called, here and to whoever answers them. Problems: invalid (field), limited, conflict `parked`. */
export const renameCustomer = async (
  desk: Desk,
  customer: Customer,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(customerNameForm, input)
  if (isProblem(form)) return form
  if (form.name === customer.name) return null
  const limited = await desk.rate.spend('act', customer.id)
  if (limited) return limited
  await desk.store.customers.rename(customer.id, form.name)
  return tellVisitor(desk, { ...customer, name: form.name })
}

/** Their visitor has the name and address of the account. Problems: conflict `parked`. */
const tellVisitor = async (desk: Desk, customer: Customer): Promise<null | Problem> => {
  const { id, name, email } = customer
  const visitor = await visitorOf(desk, customer)
  if (visitor === undefined) return null
  const known = { subject: subjectOf(id), name, email, attributes: {} }
  const said = await desk.system.send(addressOf('visitor', visitor), {
    ...{ type: 'identified', at: desk.clock.now(), ...known },
  })
  return said.outcome === 'parked' ? new Problem('conflict', 'parked') : null
}

/**
 * That somebody knows the password of who is signed in.
 * Problems: invalid `passwordWrong` (`current_password`), limited.
 */
export const confirmPassword = async (
  desk: Desk,
  { id, passwordHash }: Customer,
  password: string,
): Promise<null | Problem> => {
  const limited = await desk.rate.spend('password', id)
  if (limited) return limited
  const right = await desk.passwords.verify(password, passwordHash)
  if (isProblem(right)) return right
  return right ? null : new Problem('invalid', 'passwordWrong', { field: 'current_password' })
}

/**
 * Another address: with mail once a link in it is opened, and until then the old one stays; without, at
 * once. Answers which of these.
 * Problems: invalid `emailNotValid` | `passwordWrong` | `emailTaken` (without mail), limited.
 */
export const moveCustomer = async (
  desk: Desk,
  customer: Customer,
  input: unknown,
  language: string,
): Promise<'moved' | 'mailed' | Problem> => {
  const form = read(customerEmailForm, input)
  if (isProblem(form)) return form
  const wrong = await confirmPassword(desk, customer, form.current_password)
  if (wrong) return wrong
  if (!desk.mails) return (await setAddress(desk, customer, form.email, null)) ?? 'moved'
  const { letters } = desk.store
  const thread = moveThread(customer.id)
  const last = await letters.lastOf(thread)
  const isAgain = last?.address === form.email.toLowerCase()
  if (last && isAgain && desk.clock.now() < last.at + APART_MS) return 'mailed'
  const about = { kind: 'confirm', thread, address: form.email, language } as const
  await letters.write(nextLetter(desk.clock, last, about))
  return 'mailed'
}

const setAddress = async (
  desk: Desk,
  customer: Customer,
  address: string,
  provenAt: number | null,
): Promise<null | Problem> => {
  const key = emailKey(address)
  if (key === undefined) return new Problem('invalid', 'emailNotValid', { field: 'email' })
  const { customers } = desk.store
  if ((await customers.setEmail(customer.id, address, key, provenAt)) === 'taken')
    return new Problem('invalid', 'emailTaken', { field: 'email' })
  return tellVisitor(desk, { ...customer, email: address })
}

/**
 * Whose link to a new address it is, while it opens: of several mails only the last one's does, for who
 * mistyped an address must not be moved there by whoever has it.
 * Problems: conflict `mailLinkOver`.
 */
export const customerMoving = async (
  desk: Desk,
  { token, address }: { token: string; address: string },
): Promise<Customer | Problem> => {
  const customer = await customerBy(desk, moveTo(address), token)
  if (isProblem(customer)) return customer
  const last = await desk.store.letters.lastOf(moveThread(customer.id))
  const isLast = last !== undefined && emailKey(last.address) === emailKey(address)
  return isLast ? customer : new Problem('conflict', 'mailLinkOver')
}

/** Whether they are reached there already, and have shown it. */
export const isMoved = ({ email, provenAt }: Customer, address: string): boolean =>
  provenAt !== null && email === address

/**
 * The link of the mail to a new address. Opened once more it is done.
 * Problems: conflict `mailLinkOver` | `parked`, invalid `emailTaken`.
 */
export const openMove = async (
  desk: Desk,
  { token, address }: { token: string; address: string },
): Promise<null | Problem> => {
  const customer = await customerMoving(desk, { token, address })
  if (isProblem(customer)) return customer
  return setAddress(desk, customer, address, desk.clock.now())
}

/**
 * Another password, for who knows the one they have; their other sessions end.
 * Problems: invalid `passwordWrong` (`current_password`) and those of a password (`new_password`), limited.
 */
export const changeCustomerPassword = async (
  desk: Desk,
  customer: Customer,
  token: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(customerPasswordForm, input)
  if (isProblem(form)) return form
  const wrong = await confirmPassword(desk, customer, form.current_password)
  if (wrong) return wrong
  const weak = passwordProblem(form.new_password, 'new_password')
  if (weak) return weak
  const hash = await desk.passwords.hash(form.new_password)
  if (isProblem(hash)) return hash
  const { id, passwordHash } = customer
  const { customers } = desk.store
  if ((await customers.replacePassword(id, hash, passwordHash, hashToken(token))) === 'changed')
    return new Problem('invalid', 'passwordWrong', { field: 'current_password' })
  await tellEnded(desk, customer)
  return null
}
