import { Problem } from '../../../actors/problem'
import type { Customer } from '../../store/ports/customers'
import { emailKey } from '../accounts/email-key'
import type { Desk } from '../desk'
import { proofOf } from '../proof'
import { hashToken } from '../tokens'

/** How long the link of a mail opens, ms: that of a new account, of another address, of a forgotten password. */
export const CONFIRM_MS = 24 * 3_600_000
export const MOVE_MS = 24 * 3_600_000
export const RESET_MS = 30 * 60_000

/** What a link is for. It holds while the password is the one that it was made under. */
type For = 'confirm' | `reset ${string}` | `move ${string}`

const whatOf = (what: For, { id, passwordHash }: Customer, until: number) =>
  `customer ${what} ${id} ${hashToken(passwordHash)} ${until}`

/** What a link brings, until a time, ms UTC. */
export const linkToken = (secret: string, what: For, customer: Customer, until: number): string =>
  `${customer.id}.${until}.${proofOf(secret, whatOf(what, customer, until))}`

/** Whether it is a link for this customer that still opens. */
export const opens = (desk: Desk, what: For, customer: Customer, token: string): boolean => {
  const [id, ending = '', proof = ''] = token.split('.')
  if (id !== customer.id || !/^\d{1,15}$/.test(ending)) return false
  const until = Number(ending)
  if (desk.clock.now() > until) return false
  return hashToken(proof) === hashToken(proofOf(desk.secret, whatOf(what, customer, until)))
}

/**
 * Whose link it is, while it opens.
 * Problems: conflict `mailLinkOver` (used, too old, or not ours: which of these is not told).
 */
export const customerBy = async (
  desk: Desk,
  what: For | ((customer: Customer) => For),
  token: string,
): Promise<Customer | Problem> => {
  const id = token.split('.')[0]?.slice(0, 64) ?? ''
  const customer = await desk.store.customers.byId(id)
  const isFor = customer && typeof what === 'function' ? what(customer) : what
  return customer && typeof isFor === 'string' && opens(desk, isFor, customer, token)
    ? customer
    : new Problem('conflict', 'mailLinkOver')
}

/** Their password, for who reads the mail of the address that they have: of another they have no more. */
export const resetOf = ({ email }: Pick<Customer, 'email'>): `reset ${string}` =>
  `reset ${emailKey(email) ?? ''}`

/** Another address of theirs, as a link has it. */
export const moveTo = (email: string): `move ${string}` => `move ${emailKey(email) ?? ''}`
