import type { Desk } from '../desk'
import { hashToken } from '../tokens'

/** The visitor of a new cookie: the first request that brings it makes them. */
export const admit = async (desk: Desk, token: string, at: number): Promise<string> => {
  const hash = hashToken(token)
  const known = await desk.store.visits.visitorOf(hash)
  if (known) return known
  const id = desk.clock.id()
  await desk.store.visits.remember(hash, id, at)
  return (await desk.store.visits.visitorOf(hash)) ?? id
}
