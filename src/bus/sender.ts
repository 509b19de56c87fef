import type { Fact } from '../../actors/facts'
import type { Link } from './link'
import { batchSize, encode } from './wire'

/** Facts that may wait while Redis does not answer; beyond it they are let go. */
const QUEUED_FACTS = 20_000

export type Sender = {
  /** Takes facts along with all others of this tick. Neither waits nor throws. */
  say(facts: readonly Fact[]): void
  /** Says that this node is there, and by its number how much it has said. */
  beat(): void
  /** After what is on its way; bounded by the connection's own time-out. */
  close(): Promise<void>
}

/**
 * Tells the other nodes. One message is under way at a time and everything said meanwhile goes
 * with the next, so a slow Redis makes fewer, larger messages and never a queue of them.
 */
export const openSender = (
  { redis, failed }: Link,
  channel: string,
  node: string,
  counts: { sent: number; lost: number },
): Sender => {
  let waiting: Fact[] = []
  let n = 0
  let onItsWay: Promise<void> | undefined
  let scheduled = false
  let closed = false

  const post = (facts: Fact[]) => {
    // A number is spent on what fails too: the gap tells the others that there was something.
    const text = encode({ node, n: n++, facts })
    const told = (fate: 'sent' | 'lost') => {
      counts[fate] += facts.length
      onItsWay = undefined
      if (waiting.length > 0) flush()
    }
    onItsWay = redis.publish(channel, text).then(
      () => told('sent'),
      (problem: Error) => {
        // One who may not speak here is not to try with every ring.
        if (failed(problem) === 'refused') redis.disconnect(true)
        told('lost')
      },
    )
  }

  const flush = () => {
    scheduled = false
    if (onItsWay === undefined && waiting.length > 0) post(waiting.splice(0, batchSize(waiting)))
  }

  return {
    say(facts) {
      if (closed) return
      waiting.push(...facts)
      if (waiting.length > QUEUED_FACTS) {
        counts.lost += waiting.length
        waiting = []
        n++
      }
      if (scheduled) return
      scheduled = true
      setImmediate(flush)
    },
    beat() {
      if (!closed && onItsWay === undefined) post([])
    },
    async close() {
      closed = true
      flush()
      await onItsWay
    },
  }
}
