import type { Address } from '../../actors/address'

/**
 * One thing at a time for each address, in the order it came: what makes an actor an actor on
 * this node. Other nodes are kept apart by the journal's fence, not by this.
 */
export const openMailbox = () => {
  const tails = new Map<Address, Promise<unknown>>()
  return {
    enqueue<Outcome>(address: Address, work: () => Promise<Outcome>): Promise<Outcome> {
      const before = tails.get(address)
      const own = before ? before.then(work, work) : work()
      tails.set(address, own)
      const leave = () => {
        if (tails.get(address) === own) tails.delete(address)
      }
      own.then(leave, leave)
      return own
    },
    /** How many addresses are busy. */
    size: () => tails.size,
    /** Settles when everything that waits now is done. */
    drain: () => Promise.allSettled([...tails.values()]),
  }
}
