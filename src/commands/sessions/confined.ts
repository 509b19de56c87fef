import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'
import { hashToken } from '../tokens'

/** Whose session a token is that opens nothing until they have set up a second factor; undefined for any other. */
export const confinedBy = async (
  desk: Desk,
  token: string | undefined,
): Promise<Account | undefined> =>
  token === undefined
    ? undefined
    : desk.store.accounts.confinedSession(hashToken(token), desk.clock.now())
