import { LRUCache } from 'lru-cache'
import type { Address } from '../../actors/address'
import type { Stored } from '../../actors/snapshot'

/** The newest snapshots this node has seen. A hint like any other: the fence tells the truth. */
export const openSnapshotCache = (capacity = 20_000) => {
  const snapshots = new LRUCache<Address, Stored>({ max: capacity })
  return {
    get: (address: Address) => snapshots.get(address),
    put: (address: Address, stored: Stored) => void snapshots.set(address, stored),
    forget: (address: Address) => snapshots.delete(address),
  }
}
export type SnapshotCache = ReturnType<typeof openSnapshotCache>
