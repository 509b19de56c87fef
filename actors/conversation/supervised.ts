import type { TurnEvent } from '../turn-event'
import type { Of } from './events'
import * as rules from './merging'
import { by, byAgent } from './setup'
import * as transfer from './transfer'

/** Where it leads that a supervisor gives away one that nobody holds. */
export const given = [
  {
    guard: 'toDepartment',
    target: 'waiting',
    reenter: true,
    actions: by<Of<'handed'>>(transfer.moveToDepartment),
  },
  { guard: 'toAgent', actions: by<Of<'handed'>>(transfer.handToAgent) },
] as const

/** That they take one out of a colleague's hands. */
export const takenOver = {
  guard: 'takesOver',
  actions: byAgent<Of<'assigned'>>(transfer.takeOver),
} as const

/** That one goes on in another, which ends it, and the same for one that has ended. */
export const goesOnElsewhere = {
  guard: 'goesOnElsewhere',
  target: 'closed',
  actions: by<TurnEvent<Of<'merged'>>>(rules.mergeOpen),
} as const
export const hasEnded = {
  guard: 'goesOnElsewhere',
  actions: by<TurnEvent<Of<'merged'>>>(rules.mergeClosed),
} as const

/** What comes of it in both, in every state. */
export const merging = {
  absorbed: { guard: 'canAbsorb', actions: by<Of<'absorbed'>>(rules.absorb) },
  unmerged: { guard: 'goesBack', actions: by<Of<'unmerged'>>(rules.unmerge) },
  parted: { guard: 'isThere', actions: by<Of<'parted'>>(rules.part) },
} as const
