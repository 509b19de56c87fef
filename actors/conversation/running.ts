import type { Of } from './events'
import { runMacro } from './macro'
import { by } from './setup'

const actions = by<Of<'ran'>>(runMacro)

/** Where a macro leads: all of it is done in one turn. */
export const ran = {
  /** What colleagues do beside the talk, whatever its state. */
  beside: { guard: 'runsBeside', actions },
  /** It is ended by it, or goes to another department's line. */
  parting: [
    { guard: 'runsEnding', target: 'closed', actions },
    { guard: 'runsHanding', target: 'waiting', actions },
  ],
  /** It is answered by it. */
  talking: [
    { guard: 'runsSaying', target: 'awaitingVisitor', reenter: true, actions },
    { guard: 'runsBeside', actions },
  ],
  /** The same while it is put off: whoever answers then does not wake it. */
  asleep: [
    { guard: 'runsSaying', actions },
    { guard: 'runsBeside', actions },
  ],
} as const
