import type { AnyMachineSnapshot } from 'xstate'
import { type Address, type Kind, kindOf } from './address'
import { type ContextOf, logicOf, type RowOf } from './registry'
import { revive, upgrade } from './revive'
import type { Snapshot, Stored } from './snapshot'

/** An actor as it is now: its version, what it remembers, and its row in the lists. */
export type Current<K extends Kind> = { version: number; context: ContextOf<K>; row: RowOf<K> }

/** An actor as XState has it, and its row. */
export type Live = { state: AnyMachineSnapshot; row: object }

/**
 * Snapshots made or revived by this process: the next turn mostly begins where one ended, and
 * whoever reads it finds it there.
 */
const live = new WeakMap<Snapshot, Live>()

/** Keeps what a turn has made, so that nobody revives it. */
export const remember = (snapshot: Snapshot, made: Live): void => void live.set(snapshot, made)

/** Throws when the snapshot cannot be revived. */
export const liveOf = (kind: Kind, snapshot: Snapshot): Live => {
  const known = live.get(snapshot)
  if (known) return known
  const logic = logicOf(kind)
  const state = revive(logic, snapshot)
  const made = { state, row: logic.summarize(state as never) }
  remember(snapshot, made)
  return made
}

/** What is stored at an address, as its kind has it. Throws when it cannot be revived. */
export const currentOf = <K extends Kind>(
  address: `${K}:${string}`,
  { version, snapshot }: Stored,
): Current<K> => {
  const { state, row } = liveOf(kindOf(address as Address), snapshot)
  return { version, context: state.context, row: row as RowOf<K> }
}

/** The state of a snapshot, nested as its machine is. Throws where its shape is none of this program. */
export const valueIn = (kind: Kind, snapshot: Snapshot): unknown => {
  const known = live.get(snapshot)
  return known ? known.state.value : upgrade(logicOf(kind), snapshot).value
}

/**
 * What a stored snapshot remembers, in the shape of this program; null when it cannot be read. For
 * lists: of many rows one that is damaged stops nothing, and no state is made of any.
 */
export const contextIn = <K extends Kind>(
  kind: K,
  snapshot: Snapshot | null | undefined,
): ContextOf<K> | null => {
  if (!snapshot) return null
  const known = live.get(snapshot)
  if (known) return known.state.context
  try {
    return upgrade(logicOf(kind), snapshot).context as ContextOf<K>
  } catch {
    return null
  }
}
