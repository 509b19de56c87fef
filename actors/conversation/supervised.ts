import type { Of } from './events'
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
