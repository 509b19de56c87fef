import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'
import { emailKeys } from './email-key'

/** The account of an address in any of its spellings; undefined when there is none. */
export const accountByEmail = async (
  { store }: Pick<Desk, 'store'>,
  email: string,
): Promise<Account | undefined> => {
  for (const key of emailKeys(email)) {
    const account = await store.accounts.byEmailKey(key)
    if (account) return account
  }
  return undefined
}
