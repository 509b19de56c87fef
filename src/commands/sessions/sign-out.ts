import { addressOf } from '../../../actors/address'
import type { Desk } from '../desk'
import { hashToken } from '../tokens'

/**
 * Signs out: the token is worth nothing from now on, and live pages end. Who is signed in nowhere
 * else is off duty by that, at once: nobody is given to them, and what they held goes back.
 */
export const signOut = async (desk: Desk, token: string, account: string) => {
  const { accounts } = desk.store
  await accounts.closeSession(hashToken(token))
  desk.bus.publish([{ topic: addressOf('agent', account), what: 'state' }])
  const at = desk.clock.now()
  if (await accounts.hasSession(account, at)) return
  await desk.system.send(addressOf('agent', account), { type: 'signedOff', at })
}
