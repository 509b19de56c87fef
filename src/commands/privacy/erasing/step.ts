import type { Erasure } from '../../../../actors/erasing/erasure'
import type { Desk } from '../../desk'

/** Rows that are looked at in one go, and the pause before the next, ms: who talks goes before. */
export const STRETCH = 500
export const PAUSE_MS = 5

/** Keeps how far it has come. */
export type Keep = (erasure: Erasure) => Promise<void>

/** One step of an erasure, which may have been begun before; answers it with what went. */
export type Erasing = (desk: Desk, erasure: Erasure, keep: Keep) => Promise<Erasure>

/** Names by which somebody of the desk goes too: taken out of what they wrote, it would say nothing any more. */
export const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
