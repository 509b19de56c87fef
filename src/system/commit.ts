import type { Fact } from '../../actors/facts'
import type { Turn } from '../../actors/turn'
import type { ActorParts } from './parts'

/** Writes a turn, and tells of it once it is written. */
export const commitOver =
  ({ store, bus, posted, snapshots, parked, log }: ActorParts) =>
  async (turn: Turn, consumes?: string) => {
    try {
      const outcome = await store.turns.commit(turn, consumes)
      const { address, version, event } = turn
      // What happened to whom, and no word of what was said.
      log.debug('turn', { address, version, event: event.type, outcome })
      if (outcome === 'done') {
        snapshots.put(turn.address, { version: turn.version, snapshot: turn.snapshot })
        parked.remove(turn.address)
        posted(turn.mail, turn.cancels)
        bus.publish(withEntries(turn))
      }
      if (outcome === 'stale') snapshots.forget(turn.address)
      return outcome
    } catch (problem) {
      // It is not known whether it was written: the next turn loads from the store.
      snapshots.forget(turn.address)
      throw problem
    }
  }
export type Commit = ReturnType<typeof commitOver>

/** The hint may carry the entry itself to readers on this node. */
const withEntries = (turn: Turn): Fact[] =>
  turn.facts.map((fact) => {
    const isOne = fact.what === 'said' && turn.entries.length === 1
    const entry = isOne ? turn.entries.find(({ seq }) => seq === fact.seq) : undefined
    return entry ? { ...fact, entry } : fact
  })
