/** What is written down, for good: acts of supervisors and of the office, and who comes, looks and is refused. */
export const audited = [
  'watched',
  'whispered',
  'tookOver',
  'ended',
  'assigned',
  'blocked',
  'unblocked',
  'merged',
  'unmerged',
  'named',
  'created',
  'changed',
  'removed',
  'split',
  'unsplit',
  'exported',
  'imported',
  'lookedAt',
  'signedIn',
  'signInRefused',
  'signedOut',
  'refused',
  'passwordSet',
] as const
export type AuditedAct = (typeof audited)[number]

/** One act: who did what to what, and when. Rows are only ever added. */
export type AuditRow = {
  id: string
  at: number
  /** Id and name, as they were then. */
  actor: string
  actorName: string
  act: AuditedAct
  /** The address of what it was done to, as `conversation:<id>` or `block:<id>`. */
  object: string
  /** Where it came from, as limits count it, and the family of their browser; null from the machine itself. */
  address: string | null
  browser: string | null
  /** What of it is told in figures and words, by name. */
  detail: Readonly<Record<string, string | number | null>>
}

/** An act with its place in the chain; all three are null for a moment, until it is sealed. */
export type KeptAct = AuditRow & {
  /** Which one it is, from 1 on. */
  seq: number | null
  /** The hash of the one before; empty for the first. */
  prev: string | null
  hash: string | null
}

/** Where the chain ends: to be kept elsewhere, by whoever wants to prove later that all of it is there. */
export type AuditHead = { seq: number; hash: string; at: number }
