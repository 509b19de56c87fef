import { type Address, idOf, kindOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import { headOf } from '../../actors/department/line'
import { logicOf } from '../../actors/registry'
import { upgrade } from '../../actors/revive'
import { type FloorRow, type LineRow, type Needs, noReads, type Reads } from '../../actors/rows'
import type { Snapshot, Stored } from '../../actors/snapshot'
import { type Turn, takeTurn } from '../../actors/turn'
import type { Turns } from '../store/ports/turns'
import { Damaged } from '../store/unavailable'

export type Replayed = {
  turns: number
  snapshot: Snapshot | undefined
  /** Whether the journal leads exactly to what is stored; only asked of whole journals. */
  equal: boolean
  /** The first turn whose event cannot be read: it goes no further. Null when all can. */
  damagedAt: number | null
}

const PAGE_TURNS = 500

/** A turn that was taken again, and what was before and after it, not written down yet. */
export type Retaken = { version: number; turn: Turn; before: Stored | undefined; stored: Stored }

/**
 * Takes an actor's turns again from its journal, without touching anything, and hands each on. `upTo`
 * stops after that version. Rows an actor keeps of its own are rebuilt from its own turns. A turn
 * whose event cannot be read is only a number, and the last.
 */
export async function* retake(
  turns: Pick<Turns, 'journal'>,
  address: Address,
  upTo?: number,
): AsyncGenerator<Retaken | number, void> {
  const logic = logicOf(kindOf(address))
  const rows = openRows()
  let stored: Stored | undefined
  for (let page = await turns.journal(address, 0, PAGE_TURNS); page.length > 0; ) {
    for (const { event, version } of page) {
      if (upTo !== undefined && version > upTo) return
      if (event === null) return yield version
      const needs = logic.needs(idOf(address), event, () =>
        contextIn(kindOf(address), stored?.snapshot),
      )
      const before = stored
      const turn = takeTurn(address, stored, event, needs ? rows.reads(needs) : noReads)
      rows.apply(turn)
      const after: Stored = { version: turn.version, snapshot: turn.snapshot }
      stored = after
      yield { version, turn, before, stored: after }
    }
    page = await turns.journal(address, page.at(-1)?.version ?? 0, PAGE_TURNS)
  }
}

/** As it comes out of the store again. */
export const asStored = (stored: Stored): Stored => JSON.parse(JSON.stringify(stored))

/** What all of an actor's turns lead to, or those up to a version. */
export const replay = async (
  turns: Pick<Turns, 'journal' | 'load'>,
  address: Address,
  upTo?: number,
): Promise<Replayed> => {
  let stored: Stored | undefined
  let count = 0
  for await (const again of retake(turns, address, upTo)) {
    if (typeof again === 'number') {
      const snapshot = stored && asStored(stored).snapshot
      return { turns: count, snapshot, equal: false, damagedAt: again }
    }
    stored = again.stored
    count += 1
  }
  if (stored) stored = asStored(stored)
  return {
    turns: count,
    snapshot: stored?.snapshot,
    equal: upTo !== undefined || (await isStored(turns, address, stored)),
    damagedAt: null,
  }
}

/** Whether what turns lead to is what is stored of an actor. */
export const isStored = async (
  turns: Pick<Turns, 'load'>,
  address: Address,
  stored: Stored | undefined,
): Promise<boolean> => {
  const kept = await turns.load(address).catch(unlessDamaged)
  return Bun.deepEquals(inShape(address, kept), inShape(address, stored))
}

/** A snapshot that cannot be read is not what the journal leads to. */
const unlessDamaged = (problem: unknown): null => {
  if (problem instanceof Damaged) return null
  throw problem
}

/** As this program has it, whatever the shape it was stored in; as it is where it cannot be read. */
const inShape = (address: Address, stored: Stored | null | undefined) => {
  const kind = kindOf(address)
  if (!stored || contextIn(kind, stored.snapshot) === null) return stored
  const { value, context } = upgrade(logicOf(kind), stored.snapshot)
  return { version: stored.version, value, context }
}

/** The line and the floor of one department, as its turns left them. */
const openRows = () => {
  const line = new Map<string, LineRow>()
  const floor = new Map<string, FloorRow>()
  return {
    reads: (needs: NonNullable<Needs>): Reads => ({
      line: headOf([...line.values()], needs),
      row: (needs.conversation && line.get(needs.conversation)) || null,
      floor: [...floor.values()],
    }),
    apply(turn: Turn) {
      for (const row of turn.keeps) {
        if (row.in === 'line') line.set(row.conversation, row)
        if (row.in === 'floor') floor.set(row.agent, row)
      }
      for (const key of turn.drops) {
        if (key.in === 'line') line.delete(key.conversation)
        if (key.in === 'floor') floor.delete(key.agent)
      }
    },
  }
}
