import { addressOf } from '../../../actors/address'
import type { Desk } from '../desk'
import { hashToken } from '../tokens'

/**
 * The visitor of a new cookie: the first request that brings it makes them. Who follows the cookie,
 * by its hash, hears that it is somebody's now.
 */
export const admit = async (desk: Desk, token: string, at: number): Promise<string> => {
  const hash = hashToken(token)
  const known = await desk.store.visits.visitorOf(hash)
  if (known) return known
  const id = desk.clock.id()
  await desk.store.visits.remember(hash, id, at)
  desk.bus.publish([{ topic: addressOf('visitor', hash), what: 'state' }])
  return (await desk.store.visits.visitorOf(hash)) ?? id
}
