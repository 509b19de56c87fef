import { addressOf } from '../../../actors/address'
import type { Customer } from '../../store/ports/customers'
import type { Desk } from '../desk'
import { markOf } from '../sessions/end'
import { hashToken } from '../tokens'
import { CUSTOMER_IDLE_MS, keyOf } from './sign-in'

/** The idle limit of a session is moved on at most this often, ms. */
const TOUCH_MS = 24 * 3_600_000

/** Who is signed in by a visitor's cookie; undefined for nobody. */
export const signedInBy = async (
  { store, clock }: Desk,
  token: string | undefined,
): Promise<Customer | undefined> => {
  if (!token) return undefined
  const now = clock.now()
  const hash = hashToken(token)
  const found = await store.customers.session(hash, now)
  if (found && found.idleUntil < now + CUSTOMER_IDLE_MS - TOUCH_MS)
    await store.customers.touchSession(hash, now + CUSTOMER_IDLE_MS)
  return found?.customer
}

/** The visitor that a customer is; undefined before they signed in for the first time. */
export const visitorOf = (
  { store }: Pick<Desk, 'store'>,
  customer: Pick<Customer, 'id'>,
): Promise<string | undefined> => store.identities.visitorOf(keyOf(customer))

/** Which sessions of somebody: the one of a mark, the one of a token, all but that of a token, or all. */
export type WhichEnd = { mark: string } | { token: string } | { but: string } | 'all'

/** Ends some: in these browsers they are nobody any more. None that fits is done. Answers how many. */
export const endCustomerSessions = async (
  desk: Desk,
  customer: Pick<Customer, 'id'>,
  which: WhichEnd,
): Promise<number> => {
  const { customers, visits } = desk.store
  const all = await customers.sessionsOf(customer.id, desk.clock.now())
  const ended = all.filter((one) => isMeant(one, which)).map(({ tokenHash }) => tokenHash)
  await visits.dropTokens(ended)
  await customers.closeSessions(ended)
  await tellEnded(desk, customer)
  return ended.length
}

/** Some of their sessions are over: what is open there looks again. */
export const tellEnded = async (desk: Desk, customer: Pick<Customer, 'id'>): Promise<void> => {
  const visitor = await visitorOf(desk, customer)
  if (visitor) desk.bus.publish([{ topic: addressOf('visitor', visitor), what: 'whose' }])
}

const isMeant = (one: { tokenHash: string }, which: WhichEnd): boolean => {
  if (which === 'all') return true
  if ('mark' in which) return markOf(one) === which.mark
  if ('token' in which) return one.tokenHash === hashToken(which.token)
  return one.tokenHash !== hashToken(which.but)
}
