import { addressOf } from '../../../actors/address'
import type { Desk } from '../desk'
import { hashToken } from '../tokens'

/** Signs out: the token is worth nothing from now on, and live pages end. */
export const signOut = async (desk: Desk, token: string, account: string) => {
  await desk.store.accounts.closeSession(hashToken(token))
  desk.bus.publish([{ topic: addressOf('agent', account), what: 'state' }])
}
