import type { Kind } from '../../actors/address'
import { type Current, currentOf } from '../../actors/current'
import type { Load } from './load'
import type { ActorParts } from './parts'

/** Actors as they are now, for those who only look at them. */
export const currentOver = ({ store, snapshots, parked }: ActorParts, load: Load) => ({
  /**
   * An actor as it is now: from the store, or where nobody else writes from this node's
   * snapshots. Undefined for one that took no turn yet, and for one that is parked.
   */
  async current<K extends Kind>(address: `${K}:${string}`): Promise<Current<K> | undefined> {
    try {
      const known = store.shared ? undefined : snapshots.get(address)
      const stored = known ?? (await load(address))
      return stored && currentOf(address, stored)
    } catch (problem) {
      parked.add(address, 'being read', problem)
      return undefined
    }
  },
  /**
   * The same as this node has it at hand, which another node may have gone past; undefined when
   * it has nothing. For what the actor's own turn decides again.
   */
  cached<K extends Kind>(address: `${K}:${string}`): Current<K> | undefined {
    const stored = snapshots.get(address)
    return stored && currentOf(address, stored)
  },
})
