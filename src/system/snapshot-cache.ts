import type { Address } from '../../actors/address'
import type { Stored } from '../../actors/snapshot'

/** The newest snapshots this node has seen. A hint like any other: the fence tells the truth. */
export const openSnapshotCache = (capacity = 20_000) => {
  const snapshots = new Map<Address, Stored>()
  return {
    get: (address: Address) => snapshots.get(address),
    put(address: Address, stored: Stored) {
      snapshots.delete(address)
      snapshots.set(address, stored)
      if (snapshots.size <= capacity) return
      const oldest = snapshots.keys().next()
      if (!oldest.done) snapshots.delete(oldest.value)
    },
    forget: (address: Address) => snapshots.delete(address),
  }
}
export type SnapshotCache = ReturnType<typeof openSnapshotCache>
