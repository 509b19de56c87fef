import { type Address, kindOf } from '../../actors/address'
import { liveOf, remember } from '../../actors/current'
import { logicOf } from '../../actors/registry'
import type { Stored } from '../../actors/snapshot'
import type { Store } from '../store/store'
import type { SnapshotCache } from './snapshot-cache'

/**
 * Reads an actor from the store, in the shape of this program, for whoever only reads it too.
 * Rejects when it cannot be read.
 */
export const loadOver =
  ({ store, snapshots }: { store: Pick<Store, 'turns'>; snapshots: SnapshotCache }) =>
  async (address: Address): Promise<Stored | undefined> => {
    const stored = await store.turns.load(address)
    if (!stored) {
      snapshots.forget(address)
      return undefined
    }
    const kind = kindOf(address)
    const live = liveOf(kind, stored.snapshot)
    const { value, context } = live.state
    const snapshot = { shape: logicOf(kind).shape, value, context }
    remember(snapshot, live)
    snapshots.put(address, { version: stored.version, snapshot })
    return { version: stored.version, snapshot }
  }
export type Load = ReturnType<typeof loadOver>
