import type { Link } from './link'

/** Beats without an echo after which the connections are made anew. */
const MISSED_HEARTBEATS = 3
/** Beats without an echo with which the channel still counts as open. */
const LATE_HEARTBEATS = 2

/**
 * One channel of Redis, heard on a connection of its own and spoken to on another. It is open while
 * this node hears itself: the one proof that the way through Redis is.
 */
export const openChannel = (
  { name, inward, outward }: { name: string; inward: Link; outward: Link },
  /** `hear` answers whether a message was this node's own, come back. */
  on: { open(): void; hear(text: string): boolean; changed(): void },
) => {
  const links = [outward, inward]
  /** Beats since this node last heard itself. */
  let silence = LATE_HEARTBEATS
  /** The same, or since its connections were made. */
  let missed = 0
  let subscribed = false
  for (const { redis } of links)
    redis.on('ready', () => {
      missed = 0
    })
  inward.redis.on('ready', () => {
    inward.redis.subscribe(name).then(
      () => {
        subscribed = true
        on.open()
      },
      (problem: Error) => {
        inward.failed(problem)
        inward.redis.disconnect(true)
      },
    )
  })
  inward.redis.on('close', () => {
    subscribed = false
  })
  inward.redis.on('message', (_, text) => {
    if (on.hear(text)) {
      silence = 0
      missed = 0
      for (const link of links) link.works()
    }
    on.changed()
  })
  const isReady = ({ redis }: Link) => redis.status === 'ready'
  return {
    isOpen: () => subscribed && isReady(outward) && silence < LATE_HEARTBEATS,
    /** A beat goes out, and is to come back. */
    beat() {
      silence++
      if (!isReady(outward) || ++missed < MISSED_HEARTBEATS) return
      missed = 0
      // A connection to a machine that is gone looks alive for a quarter of an hour.
      for (const { redis } of links.filter(isReady)) redis.disconnect(true)
    },
    close() {
      for (const { redis } of links) redis.disconnect()
    },
  }
}
