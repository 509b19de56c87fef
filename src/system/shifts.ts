import { type Address, kindOf } from '../../actors/address'
import { liveOf } from '../../actors/current'
import { nextSpan, SHIFTS_VERSION, type ShiftSpan } from '../../actors/figures/shift'
import { logicOf } from '../../actors/registry'
import type { Stored } from '../../actors/snapshot'
import { beforeAll, moveOf } from '../../actors/turn'
import type { BehindShift, Reached, ShiftIntake } from '../store/ports/shifts'
import type { Store } from '../store/store'
import { type FollowerParts, openFollower } from './follower'

/** How shifts were read: otherwise, and all are read anew. */
export const SHIFTS_READ = 'shifts.version'

export type ShiftParts = FollowerParts & { store: Pick<Store, 'shifts' | 'turns'> }

/** Turns of an agent that one write takes in, and the agents. */
const TURNS = 400
const AGENTS = 8
/** In times of its work: who writes now comes first, and what was is not waited for too long. */
const RESTS = 30
const CATCHING_UP_RESTS = 1

/** Writes down from when on each agent was what, by their journals. */
export const openShifts = (parts: ShiftParts) => {
  const { shifts } = parts.store
  return openFollower(
    {
      ...{ name: 'shifts', kind: 'agent', setting: SHIFTS_READ, version: String(SHIFTS_VERSION) },
      ...{ rests: RESTS, catchingUpRests: CATCHING_UP_RESTS },
      behind: shifts.behind,
      behindOf: shifts.behindOf,
      take: takeOver(parts),
      clear: shifts.clear,
      says: {
        upToDate: 'The shifts are up to date',
        anew: 'The shifts are read anew',
        failed: 'The shifts could not be read',
      },
    },
    parts,
  )
}

const takeOver =
  ({ store: { shifts, turns } }: ShiftParts) =>
  async (behind: readonly BehindShift[]) => {
    const now = behind.slice(0, AGENTS)
    if (now.length === 0) return { taken: 0, left: [] }
    const intakes: ShiftIntake[] = []
    const left = behind.slice(AGENTS).map(({ address }) => idOf(address))
    for (const one of now) {
      const intake = await intakeOf(turns, one)
      intakes.push(intake)
      if (intake.version < one.version) left.push(idOf(one.address))
    }
    // Somebody else was quicker with one of them: then they are looked at anew, those that need it.
    const outcome = await shifts.take(intakes)
    const again = outcome === 'stale' ? now.map(({ address }) => idOf(address)) : []
    return { taken: now.length, left: [...left, ...again] }
  }

const idOf = (address: Address): string => address.slice(address.indexOf(':') + 1)

/** Goes on where the journal was left. */
const intakeOf = async (
  turns: Store['turns'],
  { address, was, version, reached }: BehindShift,
): Promise<ShiftIntake> => {
  const kind = kindOf(address)
  const from = was !== null && reached ? was : 0
  let state = from > 0 && reached ? liveOf(kind, reached.stored.snapshot).state : beforeAll(address)
  let span = from > 0 ? (reached?.span ?? null) : null
  let upTo = from
  const spans: ShiftSpan[] = []
  for (const turn of await turns.journal(address, from, TURNS)) {
    upTo = turn.version
    // What cannot be read changed nothing that is known.
    if (turn.event === null) continue
    state = moveOf(kind, state, turn.event, turn.version).after
    const next = nextSpan(span, turn.event, turn.version, state as never)
    if (next) spans.push(next)
    span = next ?? span
  }
  const stored: Stored = {
    version: upTo,
    snapshot: { shape: logicOf(kind).shape, value: state.value, context: state.context },
  }
  const now: Reached = { stored, span }
  // A journal that ends before its actor goes no further.
  return { address, was, version: upTo === from ? version : upTo, reached: now, spans }
}
