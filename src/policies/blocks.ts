import { type Block, isInForce } from '../../actors/block'
import type { Clock } from '../clock'
import { within } from './networks'

/** Who asks: a visitor where they are known, and from where, which is asked only where it matters. */
export type Asker = { visitor: string | undefined; address: () => string }

type Known = { block: Block; isFor: (asker: Asker) => boolean }

const knownOf = (block: Block): Known => {
  const { scope, value } = block
  if (scope === 'visitor') return { block, isFor: ({ visitor }) => visitor === value }
  if (scope === 'address') return { block, isFor: ({ address }) => address() === value }
  const isIn = within(value)
  return { block, isFor: ({ address }) => isIn(address()) }
}

/**
 * Who is kept out, as this node knows: asked with every request of a visitor, so it waits for nothing.
 * `load` reads those in force; whoever changes them asks for `refresh`. When one ends by itself it is
 * simply no longer in force.
 */
export const openBlockList = (clock: Pick<Clock, 'now'>, load: () => Promise<readonly Block[]>) => {
  let known: readonly Known[] = []
  let reads = 0
  let taken = 0
  const listeners = new Set<{ hear: () => void }>()
  return {
    /** What keeps them out now; undefined when nothing does. */
    holds: (asker: Asker): Block | undefined => {
      if (known.length === 0) return undefined
      const now = clock.now()
      return known.find(({ block, isFor }) => isInForce(block, now) && isFor(asker))?.block
    },
    /** All that keeps them out now. */
    all: (asker: Asker): Block[] => {
      if (known.length === 0) return []
      const now = clock.now()
      return known.flatMap(({ block, isFor }) =>
        isInForce(block, now) && isFor(asker) ? [block] : [],
      )
    },
    /** Reads them again, and tells who listens. Rejects when the store cannot be read. */
    async refresh(): Promise<void> {
      const nth = ++reads
      const blocks = await load()
      // An earlier read that took longer brings nothing back.
      if (nth < taken) return
      taken = nth
      known = blocks.map(knownOf)
      for (const { hear } of listeners) hear()
    },
    listen(hear: () => void): () => void {
      const listener = { hear }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
export type BlockList = ReturnType<typeof openBlockList>
