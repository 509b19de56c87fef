import type { Fact } from '../../actors/facts'
import type { Clock } from '../clock'
import { openInvalidation } from './invalidation'
import { openNumbers } from './numbers'
import { decode } from './wire'

export type Receiver = {
  /** Hears one message of the channel; answers whether it was this node's own, come back. */
  hear(text: string): boolean
  /** Rings may have been missed. */
  invalidate(): void
  onDoubt(hear: () => void): () => void
  close(): void
}

/** Hears the other nodes, and what was not heard of them. */
export const openReceiver = (
  own: string,
  counts: { heard: number; refused: number; missed: number },
  clock: Pick<Clock, 'after'>,
  ring: (facts: Fact[]) => void,
): Receiver => {
  const numbers = openNumbers()
  const { invalidate, listen, close } = openInvalidation(clock)
  return {
    hear(text) {
      const message = decode(text)
      if (message === undefined) counts.refused++
      if (message === undefined || message.node === own) return message !== undefined
      counts.refused += message.unknown
      counts.heard += message.facts.length
      ring(message.facts)
      if (numbers.hear(message.node, message.n)) {
        counts.missed++
        invalidate()
      }
      return false
    },
    ...{ invalidate, onDoubt: listen, close },
  }
}
