import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import type { Customer } from '../../store/ports/customers'
import { emailKey } from '../accounts/email-key'
import { passwordProblem, typedPassword } from '../accounts/password-rules'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { customerByEmail } from './find'
import { customerBy, linkToken, RESET_MS, resetOf } from './links'
import { tellEnded } from './signed-in'
import { clearVain } from './suspicion'

export const customerResetForm = z.strictObject({
  token: holding('value', z.string().max(300)),
  password: typedPassword,
})

/** Whose password a mail resets, and by which token; undefined where it is nobody's who may sign in. */
export const customerResetFor = async (
  { store, secret, clock }: Pick<Desk, 'store' | 'secret'> & { clock: Pick<Desk['clock'], 'now'> },
  address: string,
): Promise<{ customer: Customer; token: string } | undefined> => {
  const customer = await customerByEmail({ store }, address)
  if (!customer || customer.openedAt === null) return undefined
  return { customer, token: linkToken(secret, resetOf(customer), customer, clock.now() + RESET_MS) }
}

export const customerResetBy = (desk: Desk, token: string): Promise<Customer | Problem> =>
  customerBy(desk, resetOf, token)

/**
 * Sets the password of who was mailed a link, and ends all their sessions. Answers them as they are then.
 * Problems: conflict `mailLinkOver`, invalid (password), limited.
 */
export const resetCustomerPassword = async (
  desk: Desk,
  input: unknown,
  address: string,
): Promise<Customer | Problem> => {
  const form = read(customerResetForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('signIn', address)
  if (limited) return limited
  const customer = await customerResetBy(desk, form.token)
  if (isProblem(customer)) return customer
  const weak = passwordProblem(form.password)
  if (weak) return weak
  const hash = await desk.passwords.hash(form.password)
  if (isProblem(hash)) return hash
  const { id, passwordHash, email } = customer
  if ((await desk.store.customers.replacePassword(id, hash, passwordHash)) === 'changed')
    return new Problem('conflict', 'mailLinkOver')
  await clearVain(desk, { key: emailKey(email) ?? '', address })
  await tellEnded(desk, customer)
  return { ...customer, passwordHash: hash }
}
