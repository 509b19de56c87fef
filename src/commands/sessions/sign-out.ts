import { addressOf } from '../../../actors/address'
import type { Desk } from '../desk'
import { hashToken } from '../tokens'

/**
 * How many conversations go back to the line when they sign out of this session: none while they
 * are signed in elsewhere too.
 */
export const heldUntilSignOut = async (desk: Desk, token: string, account: string) => {
  const { accounts, agents } = desk.store
  if (await accounts.hasSession(account, desk.clock.now(), hashToken(token))) return 0
  return (await agents.find(account))?.load ?? 0
}

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
