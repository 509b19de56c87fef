import type { Address } from '../../actors/address'
import type { Stored } from '../../actors/turn'

/** The newest snapshots this node has seen. A hint like any other: the fence tells the truth. */
export const openShelf = (capacity = 20_000) => {
  const shelf = new Map<Address, Stored>()
  return {
    get: (address: Address) => shelf.get(address),
    put(address: Address, stored: Stored) {
      shelf.delete(address)
      shelf.set(address, stored)
      if (shelf.size <= capacity) return
      const oldest = shelf.keys().next()
      if (!oldest.done) shelf.delete(oldest.value)
    },
    forget: (address: Address) => shelf.delete(address),
  }
}
