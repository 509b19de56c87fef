import type { Redis } from 'ioredis'

/** Beats without an echo after which the connections are made anew. */
const MISSED_HEARTBEATS = 3

/**
 * One channel of Redis, heard on a connection of its own and spoken to on another. It is open while
 * this node hears itself: the one proof that the way through Redis is.
 */
export const openChannel = (
  { name, inward, outward }: { name: string; inward: Redis; outward: Redis },
  /** `hear` answers whether a message was this node's own, come back. */
  on: { open(): void; hear(text: string): boolean; changed(): void },
) => {
  /** Beats since this node last heard itself. */
  let silence = 0
  let subscribed = false
  inward.on('ready', () => {
    inward.subscribe(name).then(
      () => {
        subscribed = true
        on.open()
      },
      () => inward.disconnect(true),
    )
  })
  inward.on('close', () => {
    subscribed = false
  })
  inward.on('message', (_, text) => {
    if (on.hear(text)) silence = 0
    on.changed()
  })
  return {
    isOpen: () => subscribed && outward.status === 'ready' && silence < 2,
    /** A beat goes out, and is to come back. */
    beat() {
      silence++
      // A connection to a machine that is gone looks alive for a quarter of an hour.
      if (silence % MISSED_HEARTBEATS === 0) {
        for (const one of [outward, inward]) if (one.status === 'ready') one.disconnect(true)
      }
    },
    close() {
      for (const one of [outward, inward]) one.disconnect()
    },
  }
}
