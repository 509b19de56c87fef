/**
 * Since when its visitor has been silent, ms UTC, while it is theirs to say something; null for what was
 * not remembered. `due` is when that is looked at, which may be earlier than they have been silent for too
 * long: each message would move it otherwise, and the row in which it is kept.
 */
export type Silence = { since: number | null; due: number | null }
export const initialSilence: Silence = { since: null, due: null }
