import type { Customer } from '../../store/ports/customers'
import { emailKey } from '../accounts/email-key'
import type { Desk } from '../desk'

/** The account of an address, in any of its spellings; undefined when there is none. */
export const customerByEmail = async (
  { store }: Pick<Desk, 'store'>,
  email: string,
): Promise<Customer | undefined> => {
  const key = emailKey(email)
  return key === undefined ? undefined : store.customers.byEmailKey(key)
}
