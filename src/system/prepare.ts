import { type Address, idOf, kindOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import type { AnyEvent } from '../../actors/events'
import { logicOf } from '../../actors/registry'
import { type Needs, noReads, type Reads } from '../../actors/rows'
import type { Stored } from '../../actors/snapshot'
import { type Turn, takeTurn } from '../../actors/turn'
import type { Load } from './load'
import type { ActorParts } from './parts'

/** A turn that is not committed yet, and what it began from; null where the actor is parked. */
export type Prepared = { stored: Stored | undefined; turn: Turn | null }

/**
 * Takes the turn of an event, at once where all that it needs is at hand: a promise for every
 * message would cost more than the turn does.
 */
export const prepareOver = ({ store, snapshots, parked }: ActorParts, load: Load) => {
  const turnOf = (
    address: Address,
    stored: Stored | undefined,
    event: AnyEvent,
    reads: Reads,
  ): Prepared => {
    try {
      return { stored, turn: takeTurn(address, stored, event, reads) }
    } catch (problem) {
      parked.add(address, event.type, problem)
      return { stored: undefined, turn: null }
    }
  }

  const gather = async (
    address: Address,
    event: AnyEvent,
    known: Stored | undefined,
  ): Promise<Prepared> => {
    try {
      const stored = known ?? (await load(address))
      const needs = needsOf(address, event, stored)
      const reads = needs ? await store.turns.reads(needs) : noReads
      return turnOf(address, stored, event, reads)
    } catch (problem) {
      parked.add(address, event.type, problem)
      return { stored: undefined, turn: null }
    }
  }

  return (address: Address, event: AnyEvent, reload: boolean): Prepared | Promise<Prepared> => {
    const known = reload ? undefined : snapshots.get(address)
    return known && !needsOf(address, event, known)
      ? turnOf(address, known, event, noReads)
      : gather(address, event, known)
  }
}

const needsOf = (address: Address, event: AnyEvent, stored: Stored | undefined): Needs =>
  logicOf(kindOf(address)).needs(idOf(address), event, () =>
    contextIn(kindOf(address), stored?.snapshot),
  )
export type Prepare = ReturnType<typeof prepareOver>
