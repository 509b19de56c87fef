import { addressOf } from '../../../../actors/address'
import { more } from '../../../../actors/erasing/erasure'
import { hideOrigins } from '../../moving/hidden'
import { wipeJournal } from './journals'
import type { Erasing } from './step'

/** Whatever is known of them: their turn forgets it first, so that no node brings it back. */
export const visitors: Erasing = async (desk, erasure) => {
  const { store, system, clock, bus } = desk
  const { plan } = erasure
  let events = 0
  for (const visitor of plan.visitors) {
    const address = addressOf('visitor', visitor)
    const sent = await system.send(address, { type: 'erased', at: clock.now() })
    if (sent.outcome === 'parked')
      throw new Error(`visitor ${visitor} is set aside and takes no turn`)
    events += await wipeJournal(desk, visitor)
  }
  await hideOrigins(store, 'visitor', plan.visitors)
  const own = plan.talks.filter((talk) => talk.own).map(({ id }) => id)
  await hideOrigins(store, 'conversation', own)
  for (const id of plan.customers) await store.customers.remove(id)
  const visits = await store.remains.dropVisitors(plan.visitors)
  bus.publish(plan.visitors.map((id) => ({ topic: addressOf('visitor', id), what: 'whose' })))
  const counts = more(more(erasure.counts, 'events', events), 'visits', visits)
  return { ...erasure, counts }
}
