import { addressOf } from '../../../../actors/address'
import { isOver } from '../../../../actors/summary'
import { end } from '../../conversations/end'
import { keyOf } from '../../customers/sign-in'
import { talksOf } from '../../visitors/merge/moved'
import type { Erasing } from './step'

/** Nothing new comes of them: no cookie and no account is theirs, and what is open ends. */
export const stop: Erasing = async (desk, erasure) => {
  const { store, clock, bus } = desk
  for (const id of erasure.plan.customers) {
    const sessions = await store.customers.sessionsOf(id, clock.now())
    await store.customers.closeSessions(sessions.map(({ tokenHash }) => tokenHash))
    await store.identities.forget(keyOf({ id }))
  }
  for (const visitor of erasure.plan.visitors) {
    await store.visits.dropTokensOf(visitor)
    bus.publish([{ topic: addressOf('visitor', visitor), what: 'whose' }])
    for (const row of await talksOf(desk, visitor))
      if (!isOver(row)) await end(desk, { kind: 'visitor', id: visitor }, row.id)
  }
  return erasure
}
