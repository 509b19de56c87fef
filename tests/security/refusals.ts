import type { Route } from '../../src/web/route'

/** What is answered to who may know of it, but not do that to it, by what `may` is asked. */
export const refusals: Partial<Record<NonNullable<Route['asks']>, number>> = {
  ...{ say: 403, transfer: 403, end: 403 },
  // Somebody was quicker, or it is not at them that it rings.
  ...{ take: 409, answerOffer: 409 },
  // It goes on: what is asked at its end is asked then.
  wrapUp: 409,
  ...{ takeOver: 403, lookIn: 403, whisper: 403, block: 403 },
  ...{ merge: 403, unmerge: 403, split: 403, unsplit: 403 },
}

/** What supervisors do to what is not theirs: tried where it is told what comes of it. */
export const overruled: ReadonlySet<Route['asks']> = new Set([
  ...(['transfer', 'end', 'takeOver', 'lookIn', 'whisper', 'block'] as const),
  ...(['merge', 'unmerge', 'split', 'unsplit'] as const),
])
