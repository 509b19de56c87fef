import type { Of } from './events'
import { bringIn } from './imported'
import { by } from './setup'

const brought = by<Of<'imported'>>(bringIn)

/** Where one stands that was held elsewhere. */
export const imported = [
  { guard: 'wasRated', target: 'closed.rated', actions: brought },
  { target: 'closed', actions: brought },
] as const
