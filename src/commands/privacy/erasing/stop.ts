import { addressOf } from '../../../../actors/address'
import { isOver } from '../../../../actors/summary'
import { end } from '../../conversations/end'
import { keyOf } from '../../customers/sign-in'
import { talksOf } from '../../visitors/merge/moved'
import { holdsOn, talksOfSomeone } from '../person'
import type { Erasing } from './step'

/** Nothing new comes of them: no cookie and no account is theirs, and what is open ends. */
export const stop: Erasing = async (desk, erasure) => {
  const { store, clock, bus } = desk
  // It may have been held since it was asked for: then it waits until that is lifted.
  const held = await holdsOn(desk, erasure.plan, await talksOfSomeone(desk, erasure.plan))
  if (held.length > 0) throw new Error('a legal hold keeps it')
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
