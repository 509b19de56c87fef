import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'
import { hashToken } from '../tokens'
import { factorMark } from './half'

/**
 * Whose session a token is that opens nothing until they have set up a second factor; undefined for any other.
 * Who has one by now has to show it: to set up another is no way around that, and such a session ends.
 */
export const confinedBy = async (
  desk: Desk,
  token: string | undefined,
): Promise<Account | undefined> => {
  if (token === undefined) return undefined
  const hash = hashToken(token)
  const { accounts } = desk.store
  const account = await accounts.confinedSession(hash, desk.clock.now())
  if (!account || (await factorMark(desk, account)) === undefined) return account
  await accounts.closeSession(hash)
  return undefined
}
