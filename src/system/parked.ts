import type { Address } from '../../actors/address'
import type { Bus } from '../bus/bus'
import type { Log } from '../log'
import { Unavailable } from '../store/unavailable'
import type { SnapshotCache } from './snapshot-cache'

/** What cannot be read, or cannot take its turn, stops this one actor and nothing else. */
export const openParked = (parts: {
  bus: Pick<Bus, 'publish'>
  log: Pick<Log, 'error'>
  snapshots: Pick<SnapshotCache, 'forget'>
}) => {
  const addresses = new Set<Address>()
  return {
    /** Throws what says that the store is not there: that is no fault of the actor's. */
    add(address: Address, doing: string, problem: unknown) {
      if (problem instanceof Unavailable) throw problem
      parts.snapshots.forget(address)
      if (addresses.has(address)) return
      addresses.add(address)
      parts.log.error('an actor is parked: it cannot go on', { address, doing, problem })
      parts.bus.publish([{ topic: address, what: 'state' }])
    },
    /** It has taken a turn. */
    remove: (address: Address) => addresses.delete(address),
    has: (address: Address) => addresses.has(address),
    all: () => [...addresses],
  }
}
export type Parked = ReturnType<typeof openParked>
