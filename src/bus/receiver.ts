import type { Fact } from '../../actors/facts'
import type { Clock, Stop } from '../clock'
import { decode } from './wire'

/** Nodes whose numbers are remembered; far more than a desk has, and a bound on invented ones. */
const KNOWN_NODES = 1_000
/** Doubt makes everybody read again: not more often than this, in ms. */
const GAP_CHECK_MS = 1_000

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
  const last = new Map<string, number>()
  const listeners = new Set<{ hear: () => void }>()
  let resting: Stop | undefined
  let again = false

  const invalidate = () => {
    if (resting !== undefined) {
      again = true
      return
    }
    for (const { hear } of listeners) hear()
    resting = clock.after(GAP_CHECK_MS, () => {
      resting = undefined
      if (!again) return
      again = false
      invalidate()
    })
  }

  const follow = (node: string, n: number) => {
    const before = last.get(node)
    // Moved to the end, so that the first of the map is the one unheard for longest.
    last.delete(node)
    last.set(node, n)
    for (const [oldest] of last) if (last.size > KNOWN_NODES) last.delete(oldest)
    if (before === undefined || n === before + 1) return
    counts.missed++
    invalidate()
  }

  return {
    hear(text) {
      const message = decode(text)
      if (message === undefined) counts.refused++
      if (message === undefined || message.node === own) return message !== undefined
      counts.refused += message.unknown
      counts.heard += message.facts.length
      ring(message.facts)
      follow(message.node, message.n)
      return false
    },
    invalidate,
    onDoubt(hear) {
      const listener = { hear }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      resting?.()
      listeners.clear()
    },
  }
}
