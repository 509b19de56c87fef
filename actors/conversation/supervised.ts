import type { TurnEvent } from '../turn-event'
import { echo } from './echoes'
import type { Of } from './events'
import * as rules from './merging'
import { by, byAgent } from './setup'
import * as splitting from './splitting'
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

/** That it goes on in one of its own from a line on, which ends it, and the same where it has ended. */
export const splitsOff = {
  guard: 'splits',
  target: 'closed',
  actions: by<TurnEvent<Of<'split'>>>(splitting.splitOpen),
} as const
export const splitsOffClosed = {
  guard: 'splits',
  actions: by<TurnEvent<Of<'split'>>>(splitting.splitClosed),
} as const

/** That it goes back to the one that it left, likewise. */
export const goesBack = {
  guard: 'takesBackSplit',
  target: 'closed',
  actions: by<TurnEvent<Of<'unsplit'>>>(splitting.unsplitOpen),
} as const
export const goesBackClosed = {
  guard: 'takesBackSplit',
  actions: by<TurnEvent<Of<'unsplit'>>>(splitting.unsplitClosed),
} as const

/** That what left it comes back and goes on. */
export const goesOnAgain = {
  guard: 'comesBackOpen',
  target: 'waiting',
  actions: by<Of<'absorbed'>>(splitting.goOnWithBranch),
} as const

/** How one begins that leaves another. */
export const begins = [
  {
    guard: 'beginsOpen',
    target: 'waiting',
    actions: by<TurnEvent<Of<'branched'>>>(splitting.branchOpen),
  },
  { target: 'closed', actions: by<TurnEvent<Of<'branched'>>>(splitting.branchClosed) },
] as const

/** What comes of it in both, in every state. */
export const merging = {
  absorbed: { guard: 'canAbsorb', actions: by<Of<'absorbed'>>(rules.absorb) },
  unmerged: { guard: 'goesBack', actions: by<Of<'unmerged'>>(rules.unmerge) },
  branchedOff: { actions: by<Of<'branchedOff'>>(splitting.leave) },
  echoed: { guard: 'echoes', actions: by<Of<'echoed'>>(echo) },
  parted: { guard: 'isThere', actions: by<Of<'parted'>>(rules.part) },
} as const
